import { mkdir, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { RemovedRows } from '../../app/ports/district-house.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { bringBatches } from '../clickhouse/bring-batches.ts'
import type { ClickCluster, ClickShard } from '../clickhouse/click-cluster.ts'
import { shardRefusal } from '../clickhouse/click-fault.ts'
import { namedTables } from '../clickhouse/click-schema.ts'
import { clickText } from '../clickhouse/click-text.ts'
import { prepareShards } from '../clickhouse/prepare-shards.ts'
import type { CatalogBatches } from '../records/catalog-batches.ts'
import type { Catalog } from '../records/catalog.ts'
import { recordFolders, type RecordFile } from '../records/record-files.ts'
import { movesUnfinished } from '../records/settled-shards.ts'
import { withDuckDb } from '../records/with-duckdb.ts'
import type { DistrictPlace } from './district-place.ts'

export interface ShardsPlaceOptions {
  readonly cluster: ClickCluster
  readonly catalog: Pick<Catalog, 'files'>
  readonly batches: Pick<CatalogBatches, 'elsewhere'>
  readonly memoryMegabytes: number
  readonly threads: number
  /** How long is waited for a table of one shard; it goes on removing afterwards. */
  readonly patienceMs?: number
}

/** Records on shards: written out as the files that imports made of them, counted against the catalog; removed from every table. */
export function shardsPlace({ cluster, catalog, batches, ...limits }: ShardsPlaceOptions): DistrictPlace {
  return {
    copyOut: async (tenantId, draft) => {
      const files = await catalog.files(tenantId)
      if (!files.ok) return files
      const fetched = join(draft, '.fetched')
      const folders = recordFolders(fetched)
      await mkdir(folders.work, { recursive: true })
      const watch = { signal: null, onProgress: () => undefined }
      const brought = await withDuckDb({ folders, ...limits }, (duckDb, folder) =>
        bringBatches({ cluster, folders }, { tenantId, duckDb, folder, watch }, files.value),
      )
      if (!brought.ok) return brought
      if (existsSync(folders.tenant(tenantId))) await rename(folders.tenant(tenantId), join(draft, 'records'))
      await rm(fetched, { recursive: true, force: true })
      return accepted(null)
    },
    stale: async (tenantId, listed) => {
      const files = await catalog.files(tenantId)
      if (!files.ok) return files
      return accepted(files.value.map(placeOf).filter((place) => !listed.has(place)))
    },
    ready: async (tenantId) => {
      const elsewhere = await batches.elsewhere(tenantId, cluster.shards.length)
      if (!elsewhere.ok) return elsewhere
      if (elsewhere.value > 0) return movesUnfinished()
      for (const replica of cluster.shards.flatMap(({ replicas }) => replicas)) {
        const up = await replica.upFor()
        if (!up.ok) return shardRefusal(up.fault)
      }
      const ready = await prepareShards(cluster)
      return ready.ok ? accepted(null) : ready
    },
    remove: async ({ tenantId }) => {
      const counts: Record<string, number> = {}
      for (const shard of cluster.shards) {
        const gone = await emptied(shard, cluster.database, tenantId, limits.patienceMs ?? PATIENCE_MS)
        if (!gone.ok) return gone
        for (const [table, count] of Object.entries(gone.value)) counts[table] = (counts[table] ?? 0) + count
      }
      return accepted(counts)
    },
  }
}

/** Where an export has a file. */
function placeOf({ dataSet, part, month, digest }: RecordFile): string {
  return `records/${dataSet}/${part === 'current' ? month : 'superseded'}/${digest}.parquet`
}

const PATIENCE_MS = 1_800_000
const POLL_MS = 100

/** Every table of one shard on every replica, also of batches that no catalog lists. All are told first: several are rewritten at once. */
async function emptied(
  shard: ClickShard,
  database: string,
  tenantId: TenantId,
  patienceMs: number,
): Promise<Outcome<RemovedRows>> {
  const [door] = shard.inOrder()
  if (door === undefined) throw new Error('a shard without a server')
  const own = `tenant_id = ${clickText(tenantId)}`
  const counts: Record<string, number> = {}
  for (const { name } of namedTables(null)) {
    const count = await counted(shard, name, own)
    if (!count.ok) return count
    if (count.value === 0) continue
    const told = await door.command(`ALTER TABLE ${name} DELETE WHERE ${own}`)
    if (!told.ok) return shardRefusal(told.fault)
    counts[`shards/${name}`] = count.value
  }
  const until = Date.now() + patienceMs
  for (const place of Object.keys(counts)) {
    const name = place.slice(place.indexOf('/') + 1)
    for (;;) {
      const left = await counted(shard, name, own)
      if (!left.ok) return left
      if (left.value === 0) break
      if (Date.now() > until)
        return refused(
          'records-left',
          `分片“${door.place}”的“${database}.${name}”里还有这个区的 ${left.value} 条记录，仍在删除，移除没有做完；请过一会儿再运行一次`,
        )
      await setTimeout(POLL_MS)
    }
  }
  return accepted(counts)
}

/** On the replica that has the most. */
async function counted({ replicas }: ClickShard, table: string, own: string): Promise<Outcome<number>> {
  let most = 0
  for (const replica of replicas) {
    const found = await replica.ask(`SELECT count() FROM ${table} WHERE ${own}`)
    if (!found.ok) return shardRefusal(found.fault)
    most = Math.max(most, Number(found.value.rows[0]?.[0]))
  }
  return accepted(most)
}
