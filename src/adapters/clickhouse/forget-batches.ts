import { setTimeout } from 'node:timers/promises'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import type { BatchPlace, CatalogBatches } from '../records/catalog-batches.ts'
import type { ClickCluster, ClickShard } from './click-cluster.ts'
import type { ClickFault } from './click-fault.ts'
import { clickTable } from './click-schema.ts'
import { clickText, clickTexts } from './click-text.ts'

/**
 * Removes the rows of batches that no file has been since the time, by one statement for each table. A shard rewrites the parts
 * that they lie in by and by: only when all have done so are the batches forgotten, else the next sweep asks again.
 */
export async function forgetBatches(
  { shards, database }: ClickCluster,
  batches: CatalogBatches,
  tenantId: TenantId,
  before: Timestamp,
): Promise<Stored<null>> {
  const left = await batches.left(tenantId, before)
  if (!left.ok) return left
  for (const [table, own] of byTable(left.value)) {
    const some = own.slice(0, MOST_AT_ONCE)
    let isDone = true
    for (const shard of shards) {
      const removed = await remove(shard, database, tenantId, table, some)
      if (!removed.ok) return removed
      isDone &&= removed.value
    }
    const forgotten = isDone ? await batches.forget(tenantId, some) : accepted(null)
    if (!forgotten.ok) return forgotten
  }
  return accepted(null)
}

/** What a statement of a quarter of a million characters holds; the next sweep takes more. */
const MOST_AT_ONCE = 4_000

const PATIENCE_MS = 30_000

/** True once the shard says that nothing of them is left. */
async function remove(
  { door, prepare }: ClickShard,
  database: string,
  tenantId: TenantId,
  table: string,
  batches: readonly BatchPlace[],
): Promise<Stored<boolean>> {
  const ready = await prepare()
  if (!ready.ok) return storeFault('store-unreachable', door.place, ready.refusal.message)
  const own = `tenant_id = ${clickText(tenantId)} AND batch IN (${clickTexts(batches.map(({ id }) => id))})`
  const count = async () => door.ask(`SELECT count() FROM ${table} WHERE ${own}`)
  const pending = `SELECT count() FROM system.mutations
    WHERE database = ${clickText(database)} AND table = ${clickText(table)} AND is_done = 0`
  const first = await count()
  if (!first.ok) return fault(door.place, first.fault)
  if (Number(first.value.rows[0]?.[0]) === 0) return accepted(true)
  const running = await door.ask(pending)
  if (!running.ok) return fault(door.place, running.fault)
  // One statement rewrites whole parts: a second one before the first has ended would double the work.
  if (Number(running.value.rows[0]?.[0]) === 0) {
    const asked = await door.command(`ALTER TABLE ${table} DELETE WHERE ${own}`)
    if (!asked.ok) return fault(door.place, asked.fault)
  }
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const rest = await count()
    if (!rest.ok) return fault(door.place, rest.fault)
    if (Number(rest.value.rows[0]?.[0]) === 0) return accepted(true)
    await setTimeout(POLL_MS)
  }
  return accepted(false)
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
