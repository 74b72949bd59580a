import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { integerOf, textOf } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'
import { dataSetOf, placeOf } from './catalog.ts'
import { parsedOf } from './parsed-column.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import type { FilePlace } from './record-files.ts'

/** What a batch is of: the file that an import wrote of a month. */
export interface BatchPlace extends FilePlace {
  readonly id: string
}

/** How many records of a batch each shard has; where they are not spread, each has all. */
export interface HeldBatch {
  readonly dataSet: DataSetName
  readonly batch: string
  readonly records: readonly number[]
}

/**
 * The batches that were ever begun on the shards. One is known here before its first row is there, so that whatever an import
 * left behind when it was killed can be found and removed.
 */
export interface CatalogBatches {
  /** Those that hold now. */
  readonly current: (tenantId: TenantId) => Promise<Stored<readonly HeldBatch[]>>
  readonly begin: (tenantId: TenantId, batches: readonly BatchPlace[], at: Timestamp) => Promise<Stored<null>>
  /** Those that no file is any more since before the time, and those that never became one. */
  readonly left: (tenantId: TenantId, before: Timestamp) => Promise<Stored<readonly BatchPlace[]>>
  /** They are gone from every shard. */
  readonly forget: (tenantId: TenantId, batches: readonly BatchPlace[]) => Promise<Stored<null>>
  /**
   * A center's records lie where the number of shards says, in the database of that name. Where records are held already, another
   * number or name is refused: they would be looked for in the wrong place.
   */
  readonly settle: (shards: number, name: string) => Promise<Stored<null>>
}

const CURRENT = query(
  `SELECT data_set, batch, spread FROM record_files
   WHERE tenant_id = ? AND part = 'current' AND batch IS NOT NULL ORDER BY data_set, month`,
  (row): HeldBatch => ({
    dataSet: dataSetOf(row),
    batch: textOf(row, 'batch'),
    records: parsedOf<readonly number[]>(row, 'spread'),
  }),
)
const BEGIN = command(
  `INSERT INTO record_batches (tenant_id, batch, data_set, part, month, digest, begun_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
)
const LEFT = query(
  `SELECT b.* FROM record_batches b
   WHERE b.tenant_id = ? AND coalesce(b.gone_at, b.begun_at) < ? AND NOT EXISTS
     (SELECT 1 FROM record_files f WHERE f.tenant_id = b.tenant_id AND f.data_set = b.data_set AND f.batch = b.batch)
   ORDER BY b.data_set, b.part, b.batch`,
  (row): BatchPlace => ({ ...placeOf(row), id: textOf(row, 'batch') }),
)
const FORGET = command('DELETE FROM record_batches WHERE tenant_id = ? AND batch = ?')
const SHARDS = query('SELECT shards, name FROM record_shards', (row) => ({
  shards: integerOf(row, 'shards'),
  name: textOf(row, 'name'),
}))
const SETTLE = command(
  `INSERT INTO record_shards (only_row, shards, name)
   SELECT 1, CAST(? AS INTEGER), CAST(? AS TEXT) WHERE NOT EXISTS (SELECT 1 FROM record_files)
   ON CONFLICT (only_row) DO UPDATE SET shards = excluded.shards, name = excluded.name`,
)
const IN_FILES = query('SELECT count(*) AS n FROM record_files WHERE batch IS NULL', (row) => integerOf(row, 'n'))
const ON_SHARDS = query('SELECT count(*) AS n FROM record_files WHERE batch IS NOT NULL', (row) => integerOf(row, 'n'))

/** A catalog of records on shards is not opened as one of files: they would be looked for where they are not. */
export async function refuseShards(database: SqlDatabase): Promise<Stored<null>> {
  const found = await database.ask((sql) => sql.get(ON_SHARDS))
  if (!found.ok) return found
  return (found.value ?? 0) === 0
    ? accepted(null)
    : storeFault('store-unreachable', database.place, '其中的记录在 ClickHouse 的分片上；请填写 recordShards')
}

export function catalogBatches(database: SqlDatabase): CatalogBatches {
  return {
    current: (tenantId) => database.ask((sql) => sql.all(CURRENT, tenantId)),
    begin: (tenantId, batches, at) =>
      database.change(async (sql) => {
        for (const { id, dataSet, part, month, digest } of batches)
          await sql.run(BEGIN, tenantId, id, dataSet, part, month, digest, at)
        return null
      }),
    left: (tenantId, before) => database.ask((sql) => sql.all(LEFT, tenantId, before)),
    forget: (tenantId, batches) =>
      database.change(async (sql) => {
        for (const { id } of batches) await sql.run(FORGET, tenantId, id)
        return null
      }),
    settle: async (shards, name) => {
      const found = await database.change(async (sql) => {
        await sql.run(SETTLE, shards, name)
        return { settled: await sql.get(SHARDS), inFiles: (await sql.get(IN_FILES)) ?? 0 }
      })
      if (!found.ok) return found
      const { settled, inFiles } = found.value
      if (inFiles > 0)
        return storeFault('store-unreachable', database.place, '其中的记录存为文件，不在分片上；请从原文件重新导入')
      if (settled !== null && (settled.shards !== shards || settled.name !== name))
        return storeFault(
          'store-unreachable',
          database.place,
          `记录分在 ${settled.shards} 个分片的“${settled.name}”库里，配置却写了 ${shards} 个分片的“${name}”；请照原来的填写 recordShards 和 recordDatabase`,
        )
      return accepted(null)
    },
  }
}
