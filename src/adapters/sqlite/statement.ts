import type { StatementSyncInstance } from '@photostructure/sqlite'
import type { Database } from './open-database.ts'
import { corruption } from './sqlite-fault.ts'

export type SqlValue = string | number | bigint | Uint8Array | null

export type SqlRow = Readonly<Record<string, SqlValue>>

/** Values are given in the order of the question marks. */
export interface Statement<Row> {
  /** The number of rows changed. */
  readonly run: (...values: readonly SqlValue[]) => number
  readonly get: (...values: readonly SqlValue[]) => Row | null
  readonly all: (...values: readonly SqlValue[]) => readonly Row[]
  readonly each: (...values: readonly SqlValue[]) => Generator<Row, void, void>
}

/**
 * A statement whose rows are read by `read`, once, into what the program knows. The driver binds a missing value as NULL
 * in silence and takes fractions; here both are bugs and throw. `sql` has plain `?` for its values.
 */
export function prepare<Row = never>(
  database: Database,
  sql: string,
  read: (row: SqlRow) => Row = noRows,
): Statement<Row> {
  return checkedStatement(database.connection.prepare(sql), sql, read)
}

/** The same for rows by the hundred thousand: their values in the order of the columns, at half the cost of records. */
export function prepareTuples<Row>(
  database: Database,
  sql: string,
  read: (values: readonly SqlValue[]) => Row,
): Statement<Row> {
  const statement: StatementSyncInstance = database.connection.prepare(sql)
  statement.setReturnArrays(true)
  return checkedStatement(statement, sql, read)
}

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

function checkedStatement<Given, Row>(
  statement: StatementSyncInstance,
  sql: string,
  read: (row: Given) => Row,
): Statement<Row> {
  const expected = sql.replaceAll(/'[^']*'/g, '').split('?').length - 1
  const checked = (values: readonly SqlValue[]): readonly SqlValue[] => {
    if (values.length !== expected) throw new TypeError(`${expected} values expected, ${values.length} given: ${sql}`)
    for (const value of values) if (!isSqlValue(value)) throw new TypeError(`not a value to store: ${String(value)}`)
    return values
  }
  return {
    run: (...values) => statement.run(...checked(values)).changes,
    get: (...values) => {
      const row = statement.get(...checked(values)) as Given | undefined
      return row === undefined ? null : read(row)
    },
    all: (...values) => statement.all(...checked(values)).map((row) => read(row as Given)),
    each: function* each(...values) {
      for (const row of statement.iterate(...checked(values))) yield read(row as Given)
    },
  }
}

function isSqlValue(value: unknown): value is SqlValue {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  return value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array
}

function noRows(): never {
  throw new TypeError('a statement that returns rows needs a way to read them')
}

/** Tables are STRICT: another type than the schema's is a damaged file. */
function misread(row: SqlRow, column: string, expected: string): never {
  throw corruption(`column ${column} is not ${expected} but ${typeof row[column]}`)
}
