import type { Kept } from '../../app/ports/record-store.ts'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { findDataSet } from '../../core/records/data-sets.ts'
import type { ClickDoor } from './click-door.ts'
import { shardRefusal, type ClickAnswer } from './click-fault.ts'
import { isSpread } from './click-shards.ts'
import { batchesOf, pastScenes, sceneName, sceneView, type ClickScene } from './click-views.ts'

/** The databases on the shards that queries run in. */
export interface ClickScenes {
  /** The name of the database in which these tables are on this shard, made where they are missing. */
  readonly ready: (
    scene: ClickScene,
    shard: number,
    tables: ReadonlySet<string>,
    signal: AbortSignal,
  ) => Promise<Kept<string>>
  /** What a shard was thought to have is gone: it was replaced, or another replica answers. */
  readonly forget: (shard: number) => void
}

/** Queries end within the hour after the one in which they began. */
const HOUR_MS = 3_600_000

/** Remembers what it made, so that a run of detections asks for it once. */
export function clickScenes(doors: readonly ClickDoor[], database: string): ClickScenes {
  const made = doors.map(() => new Map<string, Promise<Kept<null>>>())

  const once = async (shard: number, key: string, make: () => Promise<Kept<null>>): Promise<Kept<null>> => {
    const known = made[shard]
    const before = known?.get(key)
    if (before !== undefined) return before
    const making = make()
    known?.set(key, making)
    const answer = await making
    if (!answer.ok && known?.get(key) === making) known.delete(key)
    return answer
  }

  /** Scenes of past hours are dropped by whoever is the first to ask in a new one. */
  const sweep = async (door: ClickDoor, hour: number, signal: AbortSignal): Promise<Kept<null>> => {
    const listed = await door.ask('SELECT name FROM system.databases', { database: '', signal })
    if (!listed.ok) return shardRefusal(listed.fault)
    const names = listed.value.rows.map(([one]) => String(one))
    for (const past of pastScenes(database, names, hour - 1)) {
      const dropped = await door.command(`DROP DATABASE IF EXISTS ${past}`, { database: '', signal })
      if (!dropped.ok) return shardRefusal(dropped.fault)
    }
    return accepted(null)
  }

  return {
    ready: async (scene, shard, tables, signal) => {
      const door = doors[shard]
      if (door === undefined) throw new Error(`no shard ${shard}`)
      const hour = Math.floor(Date.now() / HOUR_MS)
      const name = sceneName(scene, hour)
      const swept = await once(shard, String(hour), async () => sweep(door, hour, signal))
      if (!swept.ok) return swept
      const base = await once(shard, name, async () =>
        created(async () => door.command(`CREATE DATABASE IF NOT EXISTS ${name}`, { database: '', signal })),
      )
      if (!base.ok) return base
      const views = await Promise.all(
        [...tables].map(async (table) =>
          once(shard, `${name}.${table}`, async () => {
            const whole = await isWhole(door, scene, shard, table, signal)
            if (!whole.ok) return whole
            const sql = sceneView(scene, table, shard)
            return created(async () => door.command(sql, { database: name, settings: LONG_TEXT, signal }))
          }),
        ),
      )
      const failed = views.find((view) => !view.ok)
      if (failed !== undefined && !failed.ok) return failed
      return accepted(name)
    },
    forget: (shard) => made[shard]?.clear(),
  }
}

/** A list of batches and days is longer than most queries. */
export const LONG_TEXT = {
  max_query_size: 4_000_000,
  max_ast_elements: 1_000_000,
  max_expanded_ast_elements: 4_000_000,
}

/** Two nodes may make the same at once, and an old shard then tells one of them that it is there already. */
async function created(create: () => Promise<ClickAnswer<null>>): Promise<Kept<null>> {
  const first = await create()
  const answer = first.ok || first.fault.kind !== 'refused' ? first : await create()
  return answer.ok ? accepted(null) : shardRefusal(answer.fault)
}

/** Whether a shard holds what the catalog says: one that came back with less would give half an answer. */
async function isWhole(
  door: ClickDoor,
  scene: ClickScene,
  shard: number,
  table: string,
  signal: AbortSignal,
): Promise<Kept<null>> {
  const set = findDataSet(table)
  if (set === null) return accepted(null)
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
