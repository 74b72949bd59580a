import stringWidth from 'string-width'
import type { Timing } from './measure.ts'
import type { PartResult, Row, Suite } from './suite.ts'

export interface SuiteResult {
  readonly suite: Suite
  readonly parts: readonly PartResult[]
}

const HEADINGS = ['', 'median', 'min – max', 'processor', 'rate', 'ratio', 'aim', 'peak memory']

/** Columns that line up; the peak stands in the first row of each process. */
export function benchTable({ suite, parts }: SuiteResult): string {
  const all = parts.flatMap(({ rows }) => rows)
  const cells = parts.flatMap(({ rows, peakMegabytes }) =>
    rows.map((row, at) => [
      row.what,
      `${shown(row.time.median)}/${row.per}`,
      spread(row.time),
      shown(row.time.processor),
      rateOf(row),
      ratioOf(row, all),
      aimOf(row),
      at === 0 ? `${Math.round(peakMegabytes)} MB` : '',
    ]),
  )
  const lines = [HEADINGS, ...cells]
  const widths = HEADINGS.map((_, at) => Math.max(...lines.map((line) => stringWidth(line[at] ?? ''))))
  const laid = lines.map((line) =>
    line
      .map((cell, at) => padded(cell, widths[at] ?? 0, at === 0))
      .join('  ')
      .trimEnd(),
  )
  return ['', `${suite.name}: ${suite.about}`, ...laid].join('\n')
}

function padded(cell: string, width: number, isLeft: boolean): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(cell)))
  return isLeft ? cell + space : space + cell
}

/** Milliseconds in the unit that reads best. */
function shown(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toPrecision(3)} s`
  if (milliseconds >= 1) return `${milliseconds.toPrecision(3)} ms`
  return `${(milliseconds * 1000).toPrecision(3)} us`
}

function spread({ least, most }: Timing): string {
  return least === most ? '' : `${shown(least)} – ${shown(most)}`
}

function rateOf({ time, count, unit, isByClock }: Row): string {
  if (count === undefined || unit === undefined) return ''
  const milliseconds = isByClock === true ? time.median : time.processor
  return `${Math.round((count / milliseconds) * 1000).toLocaleString('en')} ${unit}/s`
}

/** Against what the row names; in a series, how much the time grew against the size. */
function ratioOf({ ratio, than, series, time }: Row, rows: readonly Row[]): string {
  if (ratio !== undefined) return `${ratio.toFixed(2)}x ${than ?? ''}`
  if (series === undefined) return ''
  const before = rows.findLast((row) => (row.series ?? Number.POSITIVE_INFINITY) < series)
  if (before?.series === undefined) return ''
  return `${(time.processor / before.time.processor).toFixed(1)}x for ${Math.round(series / before.series)}x`
}

function aimOf({ aim, isReached }: Row): string {
  return aim === undefined ? '' : `${aim}: ${isReached === true ? 'yes' : 'NO'}`
}
