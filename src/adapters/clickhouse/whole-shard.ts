import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { findDataSet } from '../../core/records/data-sets.ts'
import type { ClickDoor } from './click-door.ts'
import { shardRefusal } from './click-fault.ts'
import { isSpread } from './click-shards.ts'
import { batchesOf, type ClickScene } from './click-views.ts'
import { readyColumns } from './shard-columns.ts'

/** A list of batches and days is longer than most queries. */
export const LONG_TEXT = {
  max_query_size: 4_000_000,
  max_ast_elements: 1_000_000,
  max_expanded_ast_elements: 4_000_000,
}

/**
 * Whether a server of a shard has the columns of a table, and holds what the catalog says: one that came back with less would
 * give half an answer.
 */
export async function isWhole(
  door: ClickDoor,
  scene: ClickScene,
  shard: number,
  table: string,
  signal: AbortSignal,
): Promise<Kept<null>> {
  const set = findDataSet(table)
  if (set === null) return accepted(null)
  const ready = await readyColumns(door, scene.database, set, 'current', signal)
  if (!ready.ok) return ready
  const sql = `SELECT batch, count() AS records FROM ${batchesOf(scene, set)} GROUP BY batch`
  const counted = await door.ask(sql, { database: '', settings: LONG_TEXT, signal })
  if (!counted.ok) return shardRefusal(counted.fault)
  const found = new Map(counted.value.rows.map(([batch, records]) => [String(batch), Number(records)]))
  for (const { dataSet, batch, records } of scene.batches) {
    if (dataSet !== set.name) continue
    const due = (isSpread(set) ? records[shard] : records[0]) ?? 0
    const has = found.get(batch) ?? 0
    if (has !== due) {
      const detail = `${set.chinese}的批次 ${batch} 应有 ${due} 条，有 ${has} 条`
      return refusedRecords('shard-incomplete', door.place, detail)
    }
  }
  return accepted(null)
}
