import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import type { Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { corruption } from '../sql/corruption.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'

/** The tables of one SQLite file that hold rows of districts, in the order in which they can be emptied. */
export interface TenantRows {
  readonly tables: readonly string[]
  /** In the order of the table's key, so that the same rows are always told alike. */
  readonly rows: (table: string, tenantId: TenantId) => Iterable<Readonly<Record<string, unknown>>>
  readonly count: (table: string, tenantId: TenantId) => number
  readonly close: () => void
}

export function readTenantRows(path: string): Stored<TenantRows> {
  return guarded(path, () => {
    const connection = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS })
    // A statement that nobody holds may be collected while its rows are still being taken, which ends them.
    const held: unknown[] = []
    return {
      tables: tenantTables(connection),
      rows: (table, tenantId) => {
        const key = keyOf(connection, table).join(', ')
        const statement = connection.prepare(`SELECT * FROM ${table} WHERE tenant_id = ? ORDER BY ${key}`)
        held.push(statement)
        return statement.iterate(tenantId) as Iterable<Record<string, unknown>>
      },
      count: (table, tenantId) => countIn(connection, table, tenantId),
      close: () => {
        held.length = 0
        connection.close()
      },
    }
  })
}

/**
 * Takes every row of the district out of a file, and nothing of another's: the triggers that keep rows from being deleted are
 * lifted within the one transaction that deletes, and are word for word the same after it, or nothing has happened. `also` is
 * done in that transaction.
 */
export function removeTenantRows(
  path: string,
  tenantId: TenantId,
  also: (connection: DatabaseSyncInstance, removed: Readonly<Record<string, number>>) => void = () => undefined,
): Stored<Readonly<Record<string, number>>> {
  return guarded(path, () => {
    const connection = new DatabaseSync(path, { timeout: BUSY_MS, defensive: true })
    try {
      connection.exec('PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
      connection.exec('BEGIN IMMEDIATE')
      // Rows that point at each other go together: what holds is looked at when all are gone.
      connection.exec('PRAGMA defer_foreign_keys = ON')
      const triggers = triggersOf(connection)
      for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`)
      const removed: Record<string, number> = {}
      for (const table of tenantTables(connection))
        removed[table] = connection.prepare(`DELETE FROM ${table} WHERE tenant_id = ?`).run(tenantId).changes
      also(connection, removed)
      for (const { sql } of triggers) connection.exec(sql)
      if (JSON.stringify(triggersOf(connection)) !== JSON.stringify(triggers))
        throw corruption('the triggers are not what they were')
      connection.exec('COMMIT')
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return removed
    } finally {
      if (connection.isTransaction) connection.exec('ROLLBACK')
      connection.close()
    }
  })
}

const BUSY_MS = 30_000

interface Trigger {
  readonly name: string
  readonly sql: string
}

function triggersOf(connection: DatabaseSyncInstance): readonly Trigger[] {
  return connection.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`).all()
}

function tenantTables(connection: DatabaseSyncInstance): readonly string[] {
  return connection
    .prepare('PRAGMA table_list')
    .all()
    .map((row) => String(row['name']))
    .filter(
      (name) => /^[a-z_]+$/.test(name) && columnsOf(connection, name).some((column) => column.name === 'tenant_id'),
    )
    .toSorted()
}

interface Column {
  readonly name: string
  /** Place in the primary key, from 1; 0 for a column that is not in it. */
  readonly pk: number
}

function columnsOf(connection: DatabaseSyncInstance, table: string): readonly Column[] {
  return connection.prepare(`PRAGMA table_info(${table})`).all()
}

function keyOf(connection: DatabaseSyncInstance, table: string): readonly string[] {
  return columnsOf(connection, table)
    .filter(({ pk }) => pk > 0)
    .toSorted((one, other) => one.pk - other.pk)
    .map(({ name }) => name)
}

function countIn(connection: DatabaseSyncInstance, table: string, tenantId: TenantId): number {
  const row = connection.prepare(`SELECT count(*) AS rows FROM ${table} WHERE tenant_id = ?`).get(tenantId)
  return Number(row?.['rows'] ?? 0)
}
