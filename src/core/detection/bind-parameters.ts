import type { Detection } from './detection.ts'
import { parameterValues, type RunSetting } from './parameter-values.ts'
import { sqlTokens } from './sql-tokens.ts'

/** The SELECT as it is run. Throws where a parameter has no value: `check-detection.ts` refuses such a file before. */
export function boundSql({ sql, parameters }: Detection, setting: RunSetting): string {
  return bind(sql, parameterValues(parameters, setting))
}

/** The SELECT for the records behind one measure; null where the detection has none. */
export function boundRecordsSql(detection: Detection, setting: RunSetting, measure: Measured): string | null {
  return recordsSqlAgain(detection, parameterValues(detection.parameters, setting), measure)
}

/** The same by the parameters that a run has told the ledger (`SuspicionBasis`). */
export function recordsSqlAgain(
  { recordsSql }: Detection,
  parameters: Readonly<Record<string, number | string>>,
  { centerId, period }: Measured,
): string | null {
  return recordsSql === null ? null : bind(recordsSql, { ...parameters, center_id: centerId, period })
}

interface Measured {
  readonly centerId: string
  readonly period: string
}

/** Days before the line's anchor are negative, and `a --5` would be a comment. */
function numbered(value: number): string {
  return value < 0 ? `(${value})` : String(value)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Only parameters are replaced, never what stands in a text or a comment. */
function bind(sql: string, values: Readonly<Record<string, number | string>>): string {
  let bound = ''
  let from = 0
  for (const { kind, text, start, end } of sqlTokens(sql)) {
    if (kind !== 'parameter') continue
    const value = Object.hasOwn(values, text) ? values[text] : undefined
    if (value === undefined) throw new Error(`no value for :${text}`)
    bound += sql.slice(from, start) + (typeof value === 'number' ? numbered(value) : quoted(value))
    from = end
  }
  return bound + sql.slice(from)
}
