import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { integerOf, textOf, type SqlRow } from '../sql/row.ts'
import { command, query, type Sql, type SqlDatabase } from '../sql/sql-database.ts'
import { dataSetOf, placeOf, tenantIn } from './catalog.ts'
import { parsedOf } from './parsed-column.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import type { FilePlace } from './record-files.ts'
import { SHARDS, type SettledShards } from './settled-shards.ts'

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
  readonly begin: (
    tenantId: TenantId,
    batches: readonly BatchPlace[],
    at: Timestamp,
    shards: number,
  ) => Promise<Stored<null>>
  /** Of those put on so many shards: what no file is any more since before the time, and what never became one. */
  readonly left: (tenantId: TenantId, before: Timestamp, shards: number) => Promise<Stored<readonly BatchPlace[]>>
  /** Which have such. */
  readonly leftTenants: (before: Timestamp, shards: number) => Promise<Stored<readonly TenantId[]>>
  /** Of those that no file is any more, and none will be: what was put on another number of shards than this. */
  readonly leftElsewhere: (tenantId: TenantId, shards: number) => Promise<Stored<readonly BatchPlace[]>>
  /** How many batches may lie on another number of shards than this: a move of records has not come to its end. */
  readonly elsewhere: (tenantId: TenantId, shards: number) => Promise<Stored<number>>
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
  `INSERT INTO record_batches (tenant_id, batch, data_set, part, month, digest, begun_at, shards)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
)
/** Batches that no file is, and that none is to become. */
const OF_NO_FILE = `NOT EXISTS
     (SELECT 1 FROM record_files f WHERE f.tenant_id = b.tenant_id AND f.data_set = b.data_set AND f.batch = b.batch)
   AND NOT EXISTS (SELECT 1 FROM record_placings p WHERE p.tenant_id = b.tenant_id AND p.batch = b.batch)`
const IN_ORDER = 'ORDER BY b.data_set, b.part, b.batch'
const batchIn = (row: SqlRow): BatchPlace => ({ ...placeOf(row), id: textOf(row, 'batch') })
const LEFT = query(
  `SELECT b.* FROM record_batches b
   WHERE b.tenant_id = ? AND coalesce(b.gone_at, b.begun_at) < ? AND (b.shards IS NULL OR b.shards = ?)
     AND ${OF_NO_FILE} ${IN_ORDER}`,
  batchIn,
)
const LEFT_TENANTS = query(
  `SELECT DISTINCT b.tenant_id FROM record_batches b
   WHERE coalesce(b.gone_at, b.begun_at) < ? AND (b.shards IS NULL OR b.shards = ?) AND ${OF_NO_FILE}`,
  tenantIn,
)
const LEFT_ELSEWHERE = query(
  `SELECT b.* FROM record_batches b
   WHERE b.tenant_id = ? AND (b.shards IS NULL OR b.shards <> ?) AND ${OF_NO_FILE} ${IN_ORDER}`,
  batchIn,
)
const ELSEWHERE = query('SELECT count(*) AS n FROM record_batches WHERE tenant_id = ? AND shards <> ?', (row) =>
  integerOf(row, 'n'),
)
const FORGET = command('DELETE FROM record_batches WHERE tenant_id = ? AND batch = ?')
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
  return (found.value ?? 0) === 0 ? accepted(null) : onShards(database.place)
}

/** For whoever looks for records in the folder only. */
export function onShards(place: string): Extract<Stored<never>, { ok: false }> {
  return storeFault(
    'store-unreachable',
    place,
    '其中的记录在 ClickHouse 的分片上；请填写 recordShards，或用 mingheng move-records 把它们搬回文件夹',
  )
}

export function catalogBatches(database: SqlDatabase): CatalogBatches {
  return {
    current: (tenantId) => database.ask((sql) => sql.all(CURRENT, tenantId)),
    begin: (tenantId, batches, at, shards) =>
      database.change(async (sql) => {
        for (const { id, dataSet, part, month, digest } of batches)
          await sql.run(BEGIN, tenantId, id, dataSet, part, month, digest, at, shards)
        return null
      }),
    left: (tenantId, before, shards) => database.ask((sql) => sql.all(LEFT, tenantId, before, shards)),
    leftTenants: (before, shards) => database.ask((sql) => sql.all(LEFT_TENANTS, before, shards)),
    leftElsewhere: (tenantId, shards) => database.ask((sql) => sql.all(LEFT_ELSEWHERE, tenantId, shards)),
    elsewhere: (tenantId, shards) => database.ask(async (sql) => (await sql.get(ELSEWHERE, tenantId, shards)) ?? 0),
    forget: (tenantId, batches) =>
      database.change(async (sql) => {
        for (const { id } of batches) await sql.run(FORGET, tenantId, id)
        return null
      }),
    settle: async (shards, name) => {
      const found = await database.change(async (sql) => {
        await sql.run(SETTLE, shards, name)
        return standing(sql)
      })
      return found.ok ? lieOn(database.place, found.value, shards, name) : found
    },
  }
}

/**
 * As `settle` refuses, for who only reads or removes: with fewer servers than there are, what they have would look like everything.
 * Nothing is settled.
 */
export async function refuseElsewhere(database: SqlDatabase, shards: number, name: string): Promise<Stored<null>> {
  const found = await database.ask(standing)
  return found.ok ? lieOn(database.place, found.value, shards, name) : found
}

interface Standing {
  readonly settled: SettledShards | null
  readonly inFiles: number
}

async function standing(sql: Sql): Promise<Standing> {
  return { settled: await sql.get(SHARDS), inFiles: (await sql.get(IN_FILES)) ?? 0 }
}

function lieOn(place: string, { settled, inFiles }: Standing, shards: number, name: string): Stored<null> {
  if (inFiles > 0)
    return storeFault(
      'store-unreachable',
      place,
      '其中的记录存为文件，不在分片上；请先停止服务，用 mingheng move-records 把它们搬到分片上',
    )
  if (settled !== null && (settled.shards !== shards || settled.name !== name))
    return storeFault(
      'store-unreachable',
      place,
      `记录分在 ${settled.shards} 个分片的“${settled.name}”库里，配置却写了 ${shards} 个分片的“${name}”；请照原来的填写 recordShards 和 recordDatabase；要改分片数，用 mingheng move-records`,
    )
  return accepted(null)
}
