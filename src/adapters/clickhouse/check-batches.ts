import type { RecordDamage, RecordsCheck } from '../../app/ports/data-house.ts'
import { storeFault } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { ALL_FILES, type TenantFile } from '../records/catalog.ts'
import type { Batch, RecordFile } from '../records/record-files.ts'
import { SHARDS } from '../records/settled-shards.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { placeOf, type ClickCluster } from './click-cluster.ts'
import type { ClickDoor } from './click-door.ts'
import { clickTable, namedTables } from './click-schema.ts'
import { lookAtColumns } from './shard-columns.ts'

/**
 * Counts every batch that the catalog lists on every server of every shard; null where nothing was ever imported. A shard that does not answer
 * hides no other. Nothing is made or changed anywhere. `tell` hears how many tables were counted.
 */
export async function checkBatches(
  catalog: SqlDatabase,
  { shards, database }: ClickCluster,
  tell: (tables: number) => void,
): Promise<Outcome<RecordsCheck | null>> {
  const settled = await catalog.ask((sql) => sql.get(SHARDS))
  if (!settled.ok) return settled
  const listed = await listedBatches(catalog)
  if (!listed.ok) return listed
  if (listed.value.length === 0) return accepted(null)
  if (settled.value?.shards !== shards.length)
    return storeFault(
      'store-unreachable',
      catalog.place,
      `记录分在 ${settled.value?.shards ?? 0} 个分片上，配置却写了 ${shards.length} 个，没有清点`,
    )
  const tables = byTable(listed.value)
  const suspects: Suspect[] = []
  const damages: RecordDamage[] = []
  let counted = 0
  for (const [at, { replicas }] of shards.entries())
    for (const replica of replicas) {
      damages.push(...(await unlikeColumns(replica, database)))
      for (const [table, own] of tables) {
        tell((counted += 1))
        const counts = await countsOf(replica, table)
        if (!counts.ok) {
          damages.push({ kind: 'uncounted', path: replica.place, detail: counts.refusal.message })
          break
        }
        for (const batch of own) {
          const [due, found] = [batch.batch.spread[at] ?? 0, counts.value.get(keyOf(batch)) ?? 0]
          if (found !== due) suspects.push({ batch, path: replica.place, due, found })
        }
      }
    }
  const now = suspects.length === 0 ? listed : await listedBatches(catalog)
  if (!now.ok) return now
  const still = new Set(now.value.map(keyOf))
  const miscounted = suspects.filter(({ batch }) => still.has(keyOf(batch)))
  return accepted({
    shards: shards.map(placeOf),
    files: listed.value.length,
    bytes: listed.value.reduce((sum, { file }) => sum + file.bytes, 0),
    records: listed.value.reduce((sum, { file }) => sum + file.records, 0),
    damages: [...damages, ...miscounted.map(damageOf)],
  })
}

/** One that does not answer is told of where it is counted. */
async function unlikeColumns(replica: ClickDoor, database: string): Promise<readonly RecordDamage[]> {
  const looks = await lookAtColumns(replica, database, namedTables(null), null)
  if (!looks.ok) return []
  return looks.value.flatMap(({ table, missing, wrong }): readonly RecordDamage[] => {
    const lacks = missing.map(({ name }) => name).join('、')
    const detail = wrong ?? (lacks === '' ? null : `还没有列 ${lacks}：启动一个这个版本的节点就会加上，再检查一次`)
    return detail === null ? [] : [{ kind: 'columns', path: replica.place, detail: `${database}.${table} ${detail}` }]
  })
}

interface ListedBatch {
  readonly tenantId: TenantId
  readonly file: RecordFile
  readonly batch: Batch
}

/** A batch that an import replaced meanwhile is no damage. */
interface Suspect {
  readonly batch: ListedBatch
  readonly path: string
  readonly due: number
  readonly found: number
}

async function listedBatches(catalog: SqlDatabase): Promise<Outcome<readonly ListedBatch[]>> {
  const files = await catalog.ask((sql) => sql.all(ALL_FILES))
  if (!files.ok) return files
  return accepted(files.value.flatMap(onShards))
}

function onShards({ tenantId, file }: TenantFile): readonly ListedBatch[] {
  return file.batch === null ? [] : [{ tenantId, file, batch: file.batch }]
}

/** Of all batches at once: the two columns that are read are what a table is sorted by. */
async function countsOf(replica: ClickDoor, table: string): Promise<Outcome<ReadonlyMap<string, number>>> {
  const counted = await replica.ask(`SELECT tenant_id, batch, count() FROM ${table} GROUP BY tenant_id, batch`)
  if (!counted.ok) return storeFault('store-unreachable', replica.place, counted.fault.detail)
  return accepted(new Map(counted.value.rows.map(([tenantId, batch, n]) => [`${tenantId} ${batch}`, Number(n)])))
}

function keyOf({ tenantId, batch }: ListedBatch): string {
  return `${tenantId} ${batch.id}`
}

function byTable(batches: readonly ListedBatch[]): ReadonlyMap<string, readonly ListedBatch[]> {
  const tables = new Map<string, ListedBatch[]>()
  for (const batch of batches) {
    const table = clickTable(dataSet(batch.file.dataSet), batch.file.part)
    tables.set(table, [...(tables.get(table) ?? []), batch])
  }
  return tables
}

function damageOf({ batch: { tenantId, file }, path, due, found }: Suspect): RecordDamage {
  const { dataSet: name, month } = file
  return { kind: 'miscounted', path, tenantId, dataSet: name, month, records: due, found }
}
