import type { QuestionId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Detection, Parameter } from './detection.ts'
import { sqlTokens } from './sql-tokens.ts'

/** What a run looks at. `readingOf` gives the reading that the office has chosen; null while the question is open. */
export interface RunSetting {
  readonly periodFrom: PlainDate
  readonly periodTo: PlainDate
  /** What had happened by the end of this day. */
  readonly asOf: PlainDate
  /** `start` and `stop` of `asOf` on the line of working days. */
  readonly asOfStartDay: number
  readonly asOfStopDay: number
  readonly readingOf: (questionId: QuestionId) => string | null
}

/** The SELECT as it is run. Throws where a parameter has no value: `check-detection.ts` refuses such a file before. */
export function boundSql({ sql, parameters }: Detection, setting: RunSetting): string {
  return bind(sql, parameterValues(parameters, setting))
}

/** The SELECT for the records behind one measure; null where the detection has none. */
export function boundRecordsSql(
  { recordsSql, parameters }: Detection,
  setting: RunSetting,
  measure: { readonly centerId: string; readonly period: string },
): string | null {
  if (recordsSql === null) return null
  const values = parameterValues(parameters, setting)
  return bind(recordsSql, { ...values, center_id: quoted(measure.centerId), period: quoted(measure.period) })
}

/** The number that holds: of the reading that the office has chosen, otherwise the parameter's own. */
export function valueOf({ value, question }: Parameter, readingOf: RunSetting['readingOf']): number {
  const reading = question && readingOf(question.questionId)
  return (reading === null ? undefined : question?.byReading[reading]) ?? value
}

function parameterValues(parameters: readonly Parameter[], setting: RunSetting): Readonly<Record<string, string>> {
  const declared = parameters.map((one) => [one.name, String(valueOf(one, setting.readingOf))] as const)
  return {
    ...Object.fromEntries(declared),
    period_from: quoted(setting.periodFrom),
    period_to: quoted(setting.periodTo),
    as_of: quoted(setting.asOf),
    as_of_start_day: numbered(setting.asOfStartDay),
    as_of_stop_day: numbered(setting.asOfStopDay),
  }
}

/** Days before the line's anchor are negative, and `a --5` would be a comment. */
function numbered(value: number): string {
  return value < 0 ? `(${value})` : String(value)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Only parameters are replaced, never what stands in a text or a comment. */
function bind(sql: string, values: Readonly<Record<string, string>>): string {
  let bound = ''
  let from = 0
  for (const { kind, text, start, end } of sqlTokens(sql)) {
    if (kind !== 'parameter') continue
    const value = Object.hasOwn(values, text) ? values[text] : undefined
    if (value === undefined) throw new Error(`no value for :${text}`)
    bound += sql.slice(from, start) + value
    from = end
  }
  return bound + sql.slice(from)
}
