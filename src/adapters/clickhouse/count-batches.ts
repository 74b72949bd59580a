import { setTimeout } from 'node:timers/promises'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import type { RecordFile } from '../records/record-files.ts'
import { shardRefusal } from './click-fault.ts'
import { isRefused, mostOf, tooFew, type ClickCluster, type ClickShard } from './click-cluster.ts'
import type { ClickDoor } from './click-door.ts'
import { clickTable } from './click-schema.ts'
import { clickText, clickTexts } from './click-text.ts'

/** Batches of a tenant, as files say which shard has how many rows of each. */
interface Expected {
  readonly tenantId: TenantId
  readonly files: readonly RecordFile[]
  readonly signal: AbortSignal | null
}

/**
 * Null where more than half of the replicas of every shard have exactly as many rows of each batch as the files say; otherwise
 * the first shard that has not is named. Replicas fetch from each other by and by: as long as rows come, it is waited for them.
 *
 * Not by `insert_quorum`: of two imports that insert at once it refuses one, it waits for ten minutes for a replica that has
 * just died, and 18.16 never deletes from the last part of a month that was inserted so.
 */
export async function countBatches({ shards }: ClickCluster, expected: Expected): Promise<Kept<null>> {
  for (const [at, shard] of shards.entries()) {
    const held = await heldByMost(shard, at, expected)
    if (!held.ok) return held
  }
  return accepted(null)
}

async function heldByMost(shard: ClickShard, at: number, expected: Expected): Promise<Kept<null>> {
  let [most, since] = [-1, performance.now()]
  for (;;) {
    const counts = await Promise.all(shard.replicas.map(async (replica) => countOn(replica, at, expected)))
    const held = counts.map((count) => (count.ok ? (count.value.wrong ?? accepted(null)) : count))
    const wrong = held.filter(isRefused)
    if (shard.replicas.length - wrong.length >= mostOf(shard)) return accepted(null)
    const stopped = wrong.find(({ refusal }) => refusal.code === 'import-stopped')
    if (stopped) return stopped
    const rows = counts.reduce((sum, count) => sum + (count.ok ? count.value.rows : 0), 0)
    if (rows > most) [most, since] = [rows, performance.now()]
    const mayHold = counts.filter((count) => count.ok && !count.value.isTooMany).length
    const isHopeless = shard.replicas.length === 1 || mayHold < mostOf(shard)
    if (isHopeless || performance.now() - since > PATIENCE_MS) return tooFew(shard, wrong)
    await setTimeout(POLL_MS)
  }
}

/** How long a replica may fetch nothing. */
const PATIENCE_MS = 30_000
const POLL_MS = 50

/** Null where this replica of the shard has all rows of the batches. */
export async function holdsBatches(replica: ClickDoor, at: number, expected: Expected): Promise<Kept<null>> {
  const counted = await countOn(replica, at, expected)
  return counted.ok ? (counted.value.wrong ?? accepted(null)) : counted
}

interface Counted {
  readonly rows: number
  /** Names the first batch of which it has not as many as it should. */
  readonly wrong: Extract<Kept<never>, { ok: false }> | null
  /** More never become fewer. */
  readonly isTooMany: boolean
}

async function countOn(replica: ClickDoor, at: number, { tenantId, files, signal }: Expected): Promise<Kept<Counted>> {
  let rows = 0
  let isTooMany = false
  let wrong: Counted['wrong'] = null
  for (const [table, own] of byTable(files)) {
    const ids = clickTexts(own.map(({ batch }) => batch?.id ?? ''))
    const counted = await replica.ask(
      `SELECT batch, count() FROM ${table} WHERE tenant_id = ${clickText(tenantId)} AND batch IN (${ids}) GROUP BY batch`,
      { signal },
    )
    if (!counted.ok)
      return counted.fault.kind === 'stopped' ? refusedRecords('import-stopped') : shardRefusal(counted.fault)
    const found = new Map(counted.value.rows.map(([batch, n]) => [String(batch), Number(n)]))
    for (const { batch } of own) {
      const [due, has] = [batch?.spread[at] ?? 0, found.get(batch?.id ?? '') ?? 0]
      rows += has
      isTooMany ||= has > due
      if (has !== due)
        wrong ??= refusedRecords('shard-incomplete', replica.place, `${table} 应有 ${due} 条，实有 ${has} 条`)
    }
  }
  return accepted({ rows, wrong, isTooMany })
}

function byTable(files: readonly RecordFile[]): ReadonlyMap<string, readonly RecordFile[]> {
  const tables = new Map<string, RecordFile[]>()
  for (const file of files) {
    const table = clickTable(dataSet(file.dataSet), file.part)
    tables.set(table, [...(tables.get(table) ?? []), file])
  }
  return tables
}
