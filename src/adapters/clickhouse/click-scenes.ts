import type { Kept } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ClickDoor } from './click-door.ts'
import { shardRefusal, type ClickAnswer } from './click-fault.ts'
import { pastScenes, sceneName, sceneView, type ClickScene } from './click-views.ts'
import { isWhole, LONG_TEXT } from './whole-shard.ts'

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

/** Two nodes may make the same at once, and an old shard then tells one of them that it is there already. */
async function created(create: () => Promise<ClickAnswer<null>>): Promise<Kept<null>> {
  const first = await create()
  const answer = first.ok || first.fault.kind !== 'refused' ? first : await create()
  return answer.ok ? accepted(null) : shardRefusal(answer.fault)
}
