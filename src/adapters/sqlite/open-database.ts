/**
 * One SQLite file, opened so that what was acknowledged is there after the power failed: write-ahead log, synchronous
 * FULL. Its schema goes forward only, by a numbered list of migrations of which `PRAGMA user_version` remembers the last.
 */
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { accepted } from '../../core/kernel/outcome.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { sqlOf, type Migrations } from '../sql/migrations.ts'
import { guarded } from './sqlite-fault.ts'

export interface Database {
  /** Of the file; `:memory:` for a database that ends with its connection. */
  readonly path: string
  readonly connection: DatabaseSyncInstance
  readonly close: () => void
}

export function openDatabase(path: string, migrations: Migrations): Stored<Database> {
  const opened = guarded(path, () => new DatabaseSync(path, { timeout: BUSY_MS, defensive: true }))
  if (!opened.ok) return opened
  const connection = opened.value
  const database = { path, connection, close: () => closeDatabase(path, connection) }
  const ready = guarded(path, () => {
    for (const pragma of PRAGMAS) connection.exec(pragma)
    return migrate(database, migrations)
  })
  const outcome = ready.ok ? ready.value : ready
  if (outcome.ok) return accepted(database)
  connection.close()
  return outcome
}

/** Everything that `work` writes, or nothing of it. `work` is synchronous: nobody else writes in between. */
export function transaction<Value>(database: Database, work: () => Value): Value {
  database.connection.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    database.connection.exec('COMMIT')
    return value
  } catch (error) {
    if (database.connection.isTransaction) database.connection.exec('ROLLBACK')
    throw error
  }
}

/** Reads the whole file and compares it with itself: what a torn write or a changed byte can leave behind. */
export function checkDatabase(database: Database): Stored<null> {
  const checked = guarded(database.path, () => readText(database, 'PRAGMA quick_check(1)', 'quick_check'))
  if (!checked.ok) return checked
  return checked.value === 'ok' ? accepted(null) : storeFault('store-corrupted', database.path, checked.value)
}

const BUSY_MS = 5_000

/** 16 MB of log before it is folded into the file: each folding waits for the disk twice. */
const LOG_PAGES = 4_000

/** `recursive_triggers`: without it, REPLACE deletes rows behind the back of the triggers that refuse deleting. */
const PRAGMAS = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA recursive_triggers = ON',
  'PRAGMA trusted_schema = OFF',
  'PRAGMA cell_size_check = ON',
  `PRAGMA wal_autocheckpoint = ${LOG_PAGES}`,
]

/** The driver keeps the file open until its last statement is collected, so the log is folded into the file by hand. */
function closeDatabase(path: string, connection: DatabaseSyncInstance): void {
  guarded(path, () => connection.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
  connection.close()
}

/** Each step in a transaction of its own, which reads the version again: two programs may be starting. */
function migrate(database: Database, migrations: Migrations): Stored<null> {
  for (;;) {
    const version = Number(readText(database, 'PRAGMA user_version', 'user_version'))
    if (version > migrations.length) return storeFault('store-newer', database.path, version, migrations.length)
    if (version === migrations.length) return accepted(null)
    transaction(database, () => {
      const current = Number(readText(database, 'PRAGMA user_version', 'user_version'))
      const migration = migrations[current]
      if (migration === undefined) return
      database.connection.exec(sqlOf(migration))
      database.connection.exec(`PRAGMA user_version = ${current + 1}`)
    })
  }
}

function readText(database: Database, pragma: string, column: string): string {
  const row = database.connection.prepare(pragma).get() as Record<string, unknown> | undefined
  return String(row?.[column])
}
