import type { Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { integerOf, textOf, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'
import { fileOf } from './catalog.ts'
import { parsedOf } from './parsed-column.ts'
import type { Batch, RecordFile } from './record-files.ts'
import type { FileSeal } from './seal-file.ts'
import { SHARDS, type SettledShards } from './settled-shards.ts'

/** A file whose records lie on other shards already, where nobody reads them yet. */
export interface PlacedFile {
  readonly file: RecordFile
  readonly batch: Batch
}

/** A file that came back from shards with other bytes than the import wrote: the name that it has in a folder. */
export interface RenamedFile {
  readonly tenantId: TenantId
  readonly file: RecordFile
  readonly seal: FileSeal
}

/**
 * Records on their way to another number of shards, or to a folder. What has arrived is noted beside what holds, and read by
 * nobody, until one transaction makes all of it hold for all districts.
 */
export interface CatalogPlacings {
  readonly settled: () => Promise<Stored<SettledShards | null>>
  /** How many files lie in the folder, not on shards. */
  readonly inFolder: () => Promise<Stored<number>>
  readonly tenants: () => Promise<Stored<readonly TenantId[]>>
  /** Those of which anything was ever put on shards. */
  readonly batchTenants: () => Promise<Stored<readonly TenantId[]>>
  readonly placed: (tenantId: TenantId, shards: number) => Promise<Stored<readonly PlacedFile[]>>
  readonly unplaced: (tenantId: TenantId, shards: number) => Promise<Stored<readonly RecordFile[]>>
  readonly note: (tenantId: TenantId, placed: readonly PlacedFile[], shards: number) => Promise<Stored<null>>
  readonly drop: (tenantId: TenantId, files: readonly RecordFile[]) => Promise<Stored<null>>
  /** What was placed on another number of shards is no longer to come. */
  readonly dropOthers: (shards: number) => Promise<Stored<null>>
  /** False, and nothing is changed, where a file is not placed: an import came in between. */
  readonly switchTo: (to: SettledShards, at: Timestamp) => Promise<Stored<boolean>>
  readonly switchToFolder: (renamed: readonly RenamedFile[], at: Timestamp) => Promise<Stored<null>>
}

function tenantIn(row: SqlRow): TenantId {
  return textOf(row, 'tenant_id') as TenantId
}

const OF_FILE = `p.tenant_id = f.tenant_id AND p.data_set = f.data_set AND p.part = f.part AND p.month = f.month
  AND p.digest = f.digest`
const TENANTS = query('SELECT DISTINCT tenant_id FROM record_files ORDER BY tenant_id', tenantIn)
const BATCH_TENANTS = query('SELECT DISTINCT tenant_id FROM record_batches ORDER BY tenant_id', tenantIn)
const IN_FOLDER = query('SELECT count(*) AS n FROM record_files WHERE batch IS NULL', (row) => integerOf(row, 'n'))
const UNPLACED = query(
  `SELECT f.* FROM record_files f
   WHERE f.tenant_id = ? AND NOT EXISTS (SELECT 1 FROM record_placings p WHERE ${OF_FILE} AND p.shards = ?)
   ORDER BY f.data_set, f.part, f.month, f.digest`,
  fileOf,
)
const PLACED = query(
  `SELECT f.*, p.batch AS new_batch, p.spread AS new_spread FROM record_files f JOIN record_placings p ON ${OF_FILE}
   WHERE f.tenant_id = ? AND p.shards = ? ORDER BY f.data_set, f.part, f.month, f.digest`,
  (row): PlacedFile => ({
    file: fileOf(row),
    batch: { id: textOf(row, 'new_batch'), spread: parsedOf<readonly number[]>(row, 'new_spread') },
  }),
)
const NOTE = command(
  `INSERT INTO record_placings (tenant_id, data_set, part, month, digest, batch, spread, shards)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (tenant_id, data_set, part, month, digest)
   DO UPDATE SET batch = excluded.batch, spread = excluded.spread, shards = excluded.shards`,
)
const DROP = command(
  'DELETE FROM record_placings WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?',
)
const DROP_OTHERS = command('DELETE FROM record_placings WHERE tenant_id IS NOT NULL AND shards <> ?')
const DROP_ALL = command('DELETE FROM record_placings WHERE tenant_id IS NOT NULL')
const NOT_PLACED = query(
  `SELECT count(*) AS n FROM record_files f
   WHERE f.tenant_id IS NOT NULL AND NOT EXISTS
     (SELECT 1 FROM record_placings p WHERE ${OF_FILE} AND p.shards = ?)`,
  (row) => integerOf(row, 'n'),
)
const LEAVE_OLD = command(
  `UPDATE record_batches SET gone_at = ? WHERE gone_at IS NULL AND EXISTS
     (SELECT 1 FROM record_files f WHERE f.tenant_id = record_batches.tenant_id AND f.batch = record_batches.batch)`,
)
const placing = (column: string): string =>
  `(SELECT p.${column} FROM record_placings p WHERE p.tenant_id = record_files.tenant_id
    AND p.data_set = record_files.data_set AND p.part = record_files.part AND p.month = record_files.month
    AND p.digest = record_files.digest)`
const TAKE_NEW = command(
  `UPDATE record_files SET batch = ${placing('batch')}, spread = ${placing('spread')} WHERE tenant_id IS NOT NULL`,
)
const TO_FOLDER = command('UPDATE record_files SET batch = NULL, spread = NULL WHERE tenant_id IS NOT NULL')
const RENAME = command(
  `UPDATE record_files SET digest = ?, bytes = ?
   WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?`,
)
/** Under its new name it may have been here before, and be waiting to be swept. */
const COME_BACK = command(
  'DELETE FROM record_files_gone WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?',
)
const SETTLE = command(
  `INSERT INTO record_shards (only_row, shards, name) VALUES (1, ?, ?)
   ON CONFLICT (only_row) DO UPDATE SET shards = excluded.shards, name = excluded.name`,
)
const UNSETTLE = command('DELETE FROM record_shards')

export function catalogPlacings(database: SqlDatabase): CatalogPlacings {
  const keyOf = (tenantId: TenantId, { dataSet, part, month, digest }: RecordFile) =>
    [tenantId, dataSet, part, month, digest] as const
  return {
    settled: () => database.ask((sql) => sql.get(SHARDS)),
    inFolder: () => database.ask(async (sql) => (await sql.get(IN_FOLDER)) ?? 0),
    batchTenants: () => database.ask((sql) => sql.all(BATCH_TENANTS)),
    tenants: () => database.ask((sql) => sql.all(TENANTS)),
    placed: (tenantId, shards) => database.ask((sql) => sql.all(PLACED, tenantId, shards)),
    unplaced: (tenantId, shards) => database.ask((sql) => sql.all(UNPLACED, tenantId, shards)),
    note: (tenantId, placed, shards) =>
      database.change(async (sql) => {
        for (const { file, batch } of placed)
          await sql.run(NOTE, ...keyOf(tenantId, file), batch.id, JSON.stringify(batch.spread), shards)
        return null
      }),
    drop: (tenantId, files) =>
      database.change(async (sql) => {
        for (const file of files) await sql.run(DROP, ...keyOf(tenantId, file))
        return null
      }),
    dropOthers: (shards) =>
      database.change(async (sql) => {
        await sql.run(DROP_OTHERS, shards)
        return null
      }),
    switchTo: ({ shards, name }, at) =>
      database.change(async (sql) => {
        if (((await sql.get(NOT_PLACED, shards)) ?? 0) > 0) return false
        await sql.run(LEAVE_OLD, at)
        await sql.run(TAKE_NEW)
        await sql.run(DROP_ALL)
        await sql.run(SETTLE, shards, name)
        return true
      }),
    switchToFolder: (renamed, at) =>
      database.change(async (sql) => {
        await sql.run(LEAVE_OLD, at)
        await sql.run(TO_FOLDER)
        for (const { tenantId, file, seal } of renamed) {
          await sql.run(RENAME, seal.digest, seal.bytes, ...keyOf(tenantId, file))
          await sql.run(COME_BACK, ...keyOf(tenantId, { ...file, digest: seal.digest }))
        }
        await sql.run(DROP_ALL)
        await sql.run(UNSETTLE)
        return null
      }),
  }
}
