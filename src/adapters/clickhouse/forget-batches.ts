import { setTimeout } from 'node:timers/promises'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import type { BatchPlace, CatalogBatches } from '../records/catalog-batches.ts'
import type { ClickCluster, ClickShard } from './click-cluster.ts'
import type { ClickDoor } from './click-door.ts'
import type { ClickFault } from './click-fault.ts'
import { clickTable } from './click-schema.ts'
import { clickText, clickTexts } from './click-text.ts'
import { prepareShards } from './prepare-shards.ts'

/**
 * Removes the rows of batches that no file has been since the time, of those that were put on these shards, by one statement for each table. A shard rewrites the parts
 * that they lie in by and by: only when all have done so are the batches forgotten, else the next sweep asks again.
 */
export async function forgetBatches(
  cluster: ClickCluster,
  batches: CatalogBatches,
  tenantId: TenantId,
  before: Timestamp,
): Promise<Stored<null>> {
  const left = await batches.left(tenantId, before, cluster.shards.length)
  if (!left.ok) return left
  const removed = await removeBatches(cluster, batches, tenantId, left.value)
  return removed.ok ? accepted(null) : removed
}

/** True once all of them are gone from every shard, and forgotten; else what is left is asked for again. */
export async function removeBatches(
  cluster: ClickCluster,
  batches: Pick<CatalogBatches, 'forget'>,
  tenantId: TenantId,
  left: readonly BatchPlace[],
): Promise<Stored<boolean>> {
  if (left.length === 0) return accepted(true)
  const { shards, database } = cluster
  const ready = await prepareShards(cluster)
  if (!ready.ok) return storeFault('store-unreachable', database, ready.refusal.message)
  let isAll = true
  for (const [table, own] of byTable(left)) {
    const some = own.slice(0, MOST_AT_ONCE)
    let isDone = true
    for (const shard of shards) {
      const removed = await remove(shard, database, tenantId, table, some)
      if (!removed.ok) return removed
      isDone &&= removed.value
    }
    const forgotten = isDone ? await batches.forget(tenantId, some) : accepted(null)
    if (!forgotten.ok) return forgotten
    isAll &&= isDone && some.length === own.length
  }
  return accepted(isAll)
}

/** What a statement of a quarter of a million characters holds; the next sweep takes more. */
const MOST_AT_ONCE = 4_000

const PATIENCE_MS = 30_000

/** True once every replica says that nothing of them is left. One that is down would bring them back. */
async function remove(
  { replicas, inOrder }: ClickShard,
  database: string,
  tenantId: TenantId,
  table: string,
  batches: readonly BatchPlace[],
): Promise<Stored<boolean>> {
  const own = `tenant_id = ${clickText(tenantId)} AND batch IN (${clickTexts(batches.map(({ id }) => id))})`
  const count = async () => countOn(replicas, `${table} WHERE ${own}`)
  const [door] = inOrder()
  const first = await count()
  if (!first.ok || first.value === 0 || door === undefined) return first.ok ? accepted(true) : first
  const running = await countOn(
    [door],
    `system.mutations WHERE database = ${clickText(database)} AND table = ${clickText(table)} AND is_done = 0`,
  )
  if (!running.ok) return running
  // One statement rewrites whole parts: a second one before the first has ended would double the work.
  if (running.value === 0) {
    const asked = await door.command(`ALTER TABLE ${table} DELETE WHERE ${own}`)
    if (!asked.ok) return fault(door.place, asked.fault)
  }
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const rest = await count()
    if (!rest.ok) return rest
    if (rest.value === 0) return accepted(true)
    await setTimeout(POLL_MS)
  }
  return accepted(false)
}

/** `rows`: a table with its condition. */
async function countOn(replicas: readonly ClickDoor[], rows: string): Promise<Stored<number>> {
  let all = 0
  for (const replica of replicas) {
    const found = await replica.ask(`SELECT count() FROM ${rows}`)
    if (!found.ok) return fault(replica.place, found.fault)
    all += Number(found.value.rows[0]?.[0])
  }
  return accepted(all)
}

const POLL_MS = 200

function fault(place: string, { detail }: ClickFault): Extract<Stored<never>, { ok: false }> {
  return storeFault('store-unreachable', place, detail)
}

function byTable(batches: readonly BatchPlace[]): ReadonlyMap<string, readonly BatchPlace[]> {
  const tables = new Map<string, BatchPlace[]>()
  for (const batch of batches) {
    const table = clickTable(dataSet(batch.dataSet), batch.part)
    tables.set(table, [...(tables.get(table) ?? []), batch])
  }
  return tables
}
