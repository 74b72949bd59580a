import { NOWHERE, sourcePlaceAt, type SourcePlace } from '../../kernel/source-place.ts'
import { scanHtml, spanOf } from '../layout/html-scan.ts'
import { markedHead } from './marked-source.ts'

/**
 * Finds where the offsets of a notice stand: in a document by its marks, in a table of a page by row and column beside the line,
 * elsewhere by the line. The source is walked over once.
 */
export function placesIn(source: string): (offset: number) => SourcePlace {
  if (markedHead(source) !== null) return (offset) => sourcePlaceAt(source, offset)
  const lines = lineStarts(source)
  const cells = /<t[rdh][\s>]/iu.test(source) ? cellsOf(source) : []
  const starts = cells.map(({ start }) => start)
  return (offset) => {
    const cell = cells[lastAt(starts, offset)]?.place ?? null
    return { ...NOWHERE, ...cell, line: lastAt(lines, offset) + 1 }
  }
}

type CellPlace = Pick<SourcePlace, 'table' | 'row' | 'column'>

/** From where on which cell is open; null behind it. */
interface CellStart {
  readonly start: number
  readonly place: CellPlace | null
}

interface OpenTable {
  readonly table: number
  row: number
  place: CellPlace | null
  /** The last row that each column is covered in by cells above. */
  readonly covered: number[]
}

function cellsOf(source: string): readonly CellStart[] {
  const starts: CellStart[] = []
  const open: OpenTable[] = []
  let tables = 0
  const openTable = () => {
    tables += 1
    open.push({ table: tables, row: 0, place: null, covered: [] })
  }
  const place = (start: number) => starts.push({ start, place: open.at(-1)?.place ?? null })
  for (const token of scanHtml(source)) {
    if (token.kind !== 'tag') continue
    const { name, closing, end } = token
    if (name === 'table') {
      if (closing) open.pop()
      else openTable()
      place(end)
    } else if (name === 'tr' || name === 'td' || name === 'th') {
      if (open.length === 0 && !closing) openTable()
      const table = open.at(-1)
      if (table === undefined) continue
      table.place = null
      if (name === 'tr') table.row += closing ? 0 : 1
      else if (!closing) table.place = placed(table, spanOf(source, token, 'rowspan'), spanOf(source, token, 'colspan'))
      place(end)
    }
  }
  return starts
}

/** What says that it covers more than this is wrong, and must not cost time. */
const MOST_COLUMNS = 64

function placed(open: OpenTable, rowSpan: number, colSpan: number): CellPlace {
  const row = Math.max(1, open.row)
  open.row = row
  let column = 0
  while ((open.covered[column] ?? 0) >= row) column += 1
  for (let at = 0; at < Math.min(colSpan, MOST_COLUMNS); at += 1) open.covered[column + at] = row + rowSpan - 1
  return { table: open.table, row, column: column + 1 }
}

function lineStarts(source: string): readonly number[] {
  return [0, ...Array.from(source.matchAll(/\r\n|\r|\n/gu), ({ index, 0: end }) => index + end.length)]
}

/** The index of the last number that is not above `offset`; -1 where none is. */
function lastAt(sorted: readonly number[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
