import type { StatementSyncInstance } from '@photostructure/sqlite'
import type { Database } from './open-database.ts'
import { checkedValues, placesIn, type SqlRow, type SqlValue } from '../sql/row.ts'

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

function checkedStatement<Given, Row>(
  statement: StatementSyncInstance,
  sql: string,
  read: (row: Given) => Row,
): Statement<Row> {
  const expected = placesIn(sql)
  const checked = (values: readonly SqlValue[]): readonly SqlValue[] => checkedValues(sql, expected, values)
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

function noRows(): never {
  throw new TypeError('a statement that returns rows needs a way to read them')
}
