import { corruption } from './corruption.ts'

export type SqlValue = string | number | bigint | Uint8Array | null

export type SqlRow = Readonly<Record<string, SqlValue>>

export function textOf(row: SqlRow, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : misread(row, column, 'a text')
}

export function textOrNull(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : textOf(row, column)
}

export function integerOf(row: SqlRow, column: string): number {
  const value = row[column]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : misread(row, column, 'an integer')
}

export function integerOrNull(row: SqlRow, column: string): number | null {
  return row[column] === null ? null : integerOf(row, column)
}

export function oneOf<Value extends string>(row: SqlRow, column: string, values: readonly Value[]): Value {
  const text = textOf(row, column)
  return values.find((value) => value === text) ?? misread(row, column, values.join(', '))
}

/** Columns have types that hold: another one is damage. */
function misread(row: SqlRow, column: string, expected: string): never {
  throw corruption(`column ${column} is not ${expected} but ${typeof row[column]}`)
}

/** How many plain `?` stand in a statement. */
export function placesIn(sql: string): number {
  return sql.replaceAll(/'[^']*'/g, '').split('?').length - 1
}

/** Throws where they are not `expected`, or one cannot be stored: drivers bind a missing value as NULL in silence. */
export function checkedValues(sql: string, expected: number, values: readonly SqlValue[]): readonly SqlValue[] {
  if (values.length !== expected) throw new TypeError(`${expected} values expected, ${values.length} given: ${sql}`)
  for (const value of values) if (!isSqlValue(value)) throw new TypeError(`not a value to store: ${String(value)}`)
  return values
}

function isSqlValue(value: unknown): value is SqlValue {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  return value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array
}
