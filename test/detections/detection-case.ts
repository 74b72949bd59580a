import { readFileSync } from 'node:fs'
import { boundSql } from '../../src/core/detection/bind-parameters.ts'
import type { Detection } from '../../src/core/detection/detection.ts'
import { judgeMeasure } from '../../src/core/detection/judge-measure.ts'
import type { RunSetting } from '../../src/core/detection/parameter-values.ts'
import { parseDetection } from '../../src/core/detection/parse-detection.ts'
import { plainDate, type PlainDate } from '../../src/core/kernel/plain-date.ts'
import { workdayLine, type WorkdayLine } from '../../src/core/records/workday-line.ts'
import { findClause } from '../../src/core/rubric/find-clause.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'
import type { TestRecords } from './tables.ts'

export const NOTICE = new URL('../../notices/qingpu-2021/', import.meta.url)

/** One table of rows: records on the left, what is suspected on the right. */
export interface DetectionCases {
  readonly detection: string
  readonly rows: DetectionCase[]
}

/**
 * A suspicion reads `center subject day ×occurrences`, then its event, `=measured`, and `<record>` where the subject does not
 * name it; a measure reads `center period numerator/denominator`, and `!` where it falls short.
 */
export type DetectionCase = [title: string, records: TestRecords, suspected: readonly string[], asked?: Asked]

/** What differs from the usual: seen on 31 January 2022, every question open, centers `a` and `b`. */
export interface Asked {
  readonly asOf?: string
  readonly readings?: Readonly<Record<string, string>>
  readonly centers?: readonly string[]
  /** In place of what the file says. */
  readonly parameters?: Readonly<Record<string, number>>
}

/** The rubric that the notice compiles to. */
export const RUBRIC = JSON.parse(readFileSync(new URL('rubric.json', NOTICE), 'utf8')) as Rubric

export const PERIOD = { from: plainDate('2021-01-01'), to: plainDate('2021-12-31') }

/** The working days of both years that the notice's folder knows. */
export const LINE: WorkdayLine = lineOf(['calendar-2021.json', 'calendar-2022.json'])

export function readDetection(name: string): Detection {
  const read = parseDetection(name, readFileSync(new URL(`detections/${name}.sql`, NOTICE), 'utf8'))
  if (!read.ok) throw new Error(read.faults.map(({ message }) => `${name}: ${message}`).join('\n'))
  return read.detection
}

export function settingOf({ asOf = '2022-01-31', readings = {} }: Asked): RunSetting {
  const day = plainDate(asOf)
  const ordinals = LINE.days.find((one) => one.day === day)
  if (!ordinals) throw new Error(`no working day known for ${day}`)
  return {
    periodFrom: PERIOD.from,
    periodTo: PERIOD.to,
    asOf: day,
    asOfStartDay: ordinals.start,
    asOfStopDay: ordinals.stop,
    readingOf: (questionId) => readings[questionId] ?? null,
  }
}

/** The detection with the parameters that are asked for, and its query as it is run. */
export function asked(name: string, { parameters: given = {}, ...rest }: Asked) {
  const read = readDetection(name)
  const parameters = read.parameters.map((one) => ({ ...one, value: given[one.name] ?? one.value }))
  const detection = { ...read, parameters }
  const setting = settingOf(rest)
  return { detection, setting, sql: boundSql(detection, setting) }
}

/** What a query answered, in the words of the cases, sorted. */
export function asSuspected(
  { detection, setting }: Pick<ReturnType<typeof asked>, 'detection' | 'setting'>,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): readonly string[] {
  const clause = findClause(RUBRIC, detection.clauseId)
  if (!clause) throw new Error(`no clause ${detection.clauseId}`)
  const { shape, parameters } = detection
  return rows
    .map((row) => {
      const of = (name: string) => shown(row[columns.indexOf(name)])
      if (shape.kind === 'measures') {
        const measure = { numerator: Number(of('numerator')), denominator: Number(of('denominator')) }
        const given = { rubric: RUBRIC, clause, judge: shape.judge, parameters, readingOf: setting.readingOf }
        const mark = judgeMeasure(measure, given).isSuspect ? ' !' : ''
        return `${of('center_id')} ${of('period')} ${measure.numerator}/${measure.denominator}${mark}`
      }
      const event = of('event_key')
      const measured = columns.includes('measured') ? ` =${of('measured')}` : ''
      const record = of('record_ref').endsWith(`/${of('subject')}@1`) ? '' : ` <${of('record_ref')}>`
      return `${of('center_id')} ${of('subject')} ${of('occurred_on')} ×${of('occurrences')}${event && ` ${event}`}${measured}${record}`
    })
    .toSorted()
}

function shown(value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw new Error(`no text or number: ${JSON.stringify(value)}`)
}

function lineOf(names: readonly string[]): WorkdayLine {
  const calendars = names.map((name) => {
    const given = JSON.parse(readFileSync(new URL(name, NOTICE), 'utf8')) as CalendarFile
    return {
      version: given.version,
      from: given.from,
      to: given.to,
      restDays: new Set(given.restDays),
      workDays: new Set(given.workDays),
    }
  })
  const line = workdayLine(calendars, PERIOD.from)
  if (!line.ok) throw new Error(line.refusal.message)
  return line.value
}

interface CalendarFile {
  readonly version: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly restDays: readonly PlainDate[]
  readonly workDays: readonly PlainDate[]
}
