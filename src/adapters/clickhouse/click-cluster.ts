import type { Kept } from '../../app/ports/record-store.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ClickAnswer, ClickFault } from './click-fault.ts'
import { shardRefusal } from './click-fault.ts'
import type { ClickDoor } from './click-door.ts'
import { namedTables } from './click-schema.ts'
import { clickText } from './click-text.ts'
import { isSpread } from './click-shards.ts'

/** The shards that records lie on, in the order that says which center is on which. */
export interface ClickCluster {
  readonly shards: readonly ClickShard[]
  readonly database: string
}

export interface ClickShard {
  readonly door: ClickDoor
  /** Of each of its replicas: all of them have what is acknowledged. */
  readonly replicas: number
  /** Makes the database and its tables where they are missing. */
  readonly prepare: () => Promise<Kept<null>>
}

/** `/mingheng` in ZooKeeper, under which the tables of replicas agree. */
const REPLICA_PATH = '/mingheng'

export function clickCluster(
  doors: readonly { readonly door: ClickDoor; readonly replicas: number }[],
  database: string,
) {
  return {
    database,
    shards: doors.map(({ door, replicas }): ClickShard => ({
      door,
      replicas,
      prepare: prepared(door, replicas, database),
    })),
  }
}

/** Once for each shard and process; a shard that was not there is asked again. */
function prepared(door: ClickDoor, replicas: number, database: string): ClickShard['prepare'] {
  let isReady = false
  return async () => {
    if (isReady) return accepted(null)
    const path = replicas > 1 ? `${REPLICA_PATH}/${database}` : null
    const made = await door.command(`CREATE DATABASE IF NOT EXISTS \`${database}\``, { database: '' })
    if (!made.ok) return shardRefusal(made.fault)
    const there = await door.ask(`SELECT name FROM system.tables WHERE database = ${clickText(database)}`)
    if (!there.ok) return shardRefusal(there.fault)
    const names = new Set(there.value.rows.map(([name]) => name))
    for (const { name, sql } of namedTables(path)) {
      if (names.has(name)) continue
      const table = await door.command(sql)
      if (!table.ok) return shardRefusal(table.fault)
    }
    isReady = true
    return accepted(null)
  }
}

/** Those that have records of the set which the others have not. */
export function shardsOf({ shards }: ClickCluster, set: DataSet): readonly ClickShard[] {
  return isSpread(set) ? shards : shards.slice(0, 1)
}

/** The value, or the refusal of the first that has none. */
export function allOf<Value>(answers: readonly ClickAnswer<Value>[]): Kept<readonly Value[]> {
  const failed = answers.map(faultOf).find((fault) => fault !== null)
  if (failed) return shardRefusal(failed)
  return accepted(answers.flatMap((answer) => (answer.ok ? [answer.value] : [])))
}

function faultOf(answer: ClickAnswer<unknown>): ClickFault | null {
  return answer.ok ? null : answer.fault
}
