import type { Stored } from '../../app/ports/store-fault.ts'
import type { SqlRow, SqlValue } from './row.ts'

/**
 * A database that speaks SQL, of whichever engine: stores that are asked for now and then are written once, in the SQL that
 * SQLite and PostgreSQL both speak. What the ledger asks by the hundred thousand is written for each by itself.
 */
export interface SqlDatabase {
  /** What a person knows it by: the path of a file, or host and name without a password. */
  readonly place: string
  /** For reading, and for what is one statement: each statement is whole by itself. `about` says of what a damaged row was. */
  readonly ask: <Value>(work: SqlWork<Value>, about?: string) => Promise<Stored<Value>>
  /**
   * Everything that `work` writes, or nothing of it, as if nobody else wrote meanwhile. `work` waits for nothing but its own
   * statements, and may be run again from its beginning where somebody else was in the way.
   */
  readonly change: <Value>(work: SqlWork<Value>, about?: string) => Promise<Stored<Value>>
  /** True for what a uniqueness or foreign key rule or a trigger of the schema refuses; `ask` and `change` throw it. */
  readonly isConstraintError: (error: unknown) => boolean
  readonly close: () => Promise<void>
}

export type SqlWork<Value> = (sql: Sql) => Promise<Value>

export interface Sql {
  /** The number of rows changed. */
  readonly run: (statement: SqlStatement<never>, ...values: readonly SqlValue[]) => Promise<number>
  readonly get: <Row>(statement: SqlStatement<Row>, ...values: readonly SqlValue[]) => Promise<Row | null>
  readonly all: <Row>(statement: SqlStatement<Row>, ...values: readonly SqlValue[]) => Promise<readonly Row[]>
}

/** A statement and what reads its rows. Made once, where the module is loaded: engines know it by its text. */
export interface SqlStatement<Row> {
  /** Plain `?` for its values, in their order. */
  readonly text: string
  readonly read: (row: SqlRow) => Row
}

/** One that answers rows. */
export function query<Row>(text: string, read: (row: SqlRow) => Row): SqlStatement<Row> {
  return { text, read }
}

/** One that changes rows. */
export function command(text: string): SqlStatement<never> {
  return { text, read: noRows }
}

function noRows(): never {
  throw new TypeError('a statement that returns rows needs a way to read them')
}
