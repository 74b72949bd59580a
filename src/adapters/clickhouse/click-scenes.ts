import type { Kept } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ClickDoor } from './click-door.ts'
import { shardRefusal, type ClickAnswer } from './click-fault.ts'
import { pastScenes, sceneName, sceneView, type ClickScene } from './click-views.ts'
import { isWhole, LONG_TEXT } from './whole-shard.ts'

/** The databases on the servers of shards that queries run in. */
export interface ClickScenes {
  /** The name of the database in which these tables are on this server, made where they are missing. */
  readonly ready: (
    scene: ClickScene,
    server: ClickServer,
    tables: ReadonlySet<string>,
    signal: AbortSignal,
  ) => Promise<Kept<string>>
  /** What it was thought to have is gone: it was replaced. */
  readonly forget: (replica: ClickDoor) => void
}

interface ClickServer {
  readonly replica: ClickDoor
  /** Which of the shards it holds, from 0. */
  readonly shard: number
  /** In whole seconds. */
  readonly upFor: number
}

/** What was made on a server, and found whole there, since a time by `performance.now()`. */
interface MadeThere {
  readonly since: number
  readonly made: Map<string, Promise<Kept<null>>>
}

/** Queries end within the hour after the one in which they began. */
const HOUR_MS = 3_600_000

/**
 * Remembers what it made, so that a run of detections asks for it once. A server that was started since may have lost of its
 * records what its disk had not written, or be another one: there all is made and counted anew.
 */
export function clickScenes(database: string): ClickScenes {
  const there = new WeakMap<ClickDoor, MadeThere>()

  const madeOn = ({ replica, upFor }: ClickServer): MadeThere['made'] => {
    const now = performance.now()
    const known = there.get(replica)
    if (known !== undefined && upFor * 1_000 >= now - known.since) return known.made
    const fresh = { since: now, made: new Map<string, Promise<Kept<null>>>() }
    there.set(replica, fresh)
    return fresh.made
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
    ready: async (scene, server, tables, signal) => {
      const { replica: door, shard } = server
      const made = madeOn(server)
      const hour = Math.floor(Date.now() / HOUR_MS)
      const name = sceneName(scene, hour)
      const swept = await once(made, String(hour), async () => {
        forgetPast(made, database, hour)
        return sweep(door, hour, signal)
      })
      if (!swept.ok) return swept
      const base = await once(made, name, async () =>
        created(async () => door.command(`CREATE DATABASE IF NOT EXISTS ${name}`, { database: '', signal })),
      )
      if (!base.ok) return base
      const views = await Promise.all(
        [...tables].map(async (table) =>
          once(made, `${name}.${table}`, async () => {
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
    forget: (replica) => there.delete(replica),
  }
}

/** What is dropped is remembered no longer: a node runs for months, and each hour has its own. */
function forgetPast(made: MadeThere['made'], database: string, hour: number): void {
  const names = [...made.keys()]
  const hours = names.filter((name) => Number(name) < hour - 1)
  for (const past of [...hours, ...pastScenes(database, names, hour - 1)]) made.delete(past)
}

async function once(made: MadeThere['made'], key: string, make: () => Promise<Kept<null>>): Promise<Kept<null>> {
  const before = made.get(key)
  if (before !== undefined) return before
  const making = make()
  made.set(key, making)
  const answer = await making
  if (!answer.ok && made.get(key) === making) made.delete(key)
  return answer
}

/** Two nodes may make the same at once, and an old shard then tells one of them that it is there already. */
async function created(create: () => Promise<ClickAnswer<null>>): Promise<Kept<null>> {
  const first = await create()
  const answer = first.ok || first.fault.kind !== 'refused' ? first : await create()
  return answer.ok ? accepted(null) : shardRefusal(answer.fault)
}
