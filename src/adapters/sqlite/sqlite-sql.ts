import { accepted } from '../../core/kernel/outcome.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import type { Sql, SqlDatabase, SqlStatement, SqlWork } from '../sql/sql-database.ts'
import type { Migrations } from '../sql/migrations.ts'
import { checkDatabase, openDatabase, type Database } from './open-database.ts'
import { guardedAsync, isConstraintError } from './sqlite-fault.ts'
import { prepare, type Statement } from './statement.ts'

/** One SQLite file as a database of whichever engine. */
export function openSqliteSql(path: string, migrations: Migrations): Stored<SqlDatabase> {
  const opened = openDatabase(path, migrations)
  return opened.ok ? accepted(sqliteSql(opened.value)) : opened
}

/** The same, read whole and checked as it is opened. */
export function openCheckedSqliteSql(path: string, migrations: Migrations): Stored<SqlDatabase> {
  const opened = openDatabase(path, migrations)
  if (!opened.ok) return opened
  const checked = checkDatabase(opened.value)
  if (checked.ok) return accepted(sqliteSql(opened.value))
  opened.value.close()
  return checked
}

/** A store over a file of its own. */
export function openSqliteStore<Store>(
  path: string,
  migrations: Migrations,
  storeOver: (database: SqlDatabase) => Store,
): Stored<Store & { readonly close: () => Promise<void> }> {
  const opened = openSqliteSql(path, migrations)
  if (!opened.ok) return opened
  return accepted({ ...storeOver(opened.value), close: opened.value.close })
}

/**
 * Single statements on a connection that others use too, whose transactions begin and end without giving way. They are prepared
 * at once: a schema that is damaged shows on opening.
 */
export function sqliteAsk(database: Database, statements: readonly SqlStatement<unknown>[]): Pick<SqlDatabase, 'ask'> {
  const sql = statementsOf(database, statements)
  return { ask: (work, about) => guardedAsync(database.path, work(sql), about) }
}

/**
 * The connection is one, and a piece of work gives way between its statements: so they come one after another, and nobody's
 * statement falls into another's transaction.
 */
function sqliteSql(database: Database): SqlDatabase {
  const { path, connection } = database
  const sql = statementsOf(database)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
  const changing = async <Value>(work: SqlWork<Value>): Promise<Value> => {
    connection.exec('BEGIN IMMEDIATE')
    try {
      const value = await work(sql)
      connection.exec('COMMIT')
      return value
    } catch (error) {
      if (connection.isTransaction) connection.exec('ROLLBACK')
      throw error
    }
  }
  return {
    place: path,
    ask: (work, about) =>
      guardedAsync(
        path,
        inTurn(() => work(sql)),
        about,
      ),
    change: (work, about) =>
      guardedAsync(
        path,
        inTurn(() => changing(work)),
        about,
      ),
    isConstraintError,
    close: async () => {
      await last
      database.close()
    },
  }
}

function statementsOf(database: Database, statements: readonly SqlStatement<unknown>[] = []): Sql {
  const prepared = new Map<SqlStatement<unknown>, Statement<unknown>>()
  const known = <Row>(statement: SqlStatement<Row>): Statement<Row> => {
    const found = prepared.get(statement) ?? prepare(database, statement.text, statement.read)
    prepared.set(statement, found)
    return found as Statement<Row>
  }
  for (const statement of statements) known(statement)
  return {
    run: async (statement, ...values) => known(statement).run(...values),
    get: async (statement, ...values) => known(statement).get(...values),
    all: async (statement, ...values) => known(statement).all(...values),
  }
}
