import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { isRefused, mostOf, tooFew, type ClickCluster, type ClickShard, type Refused } from './click-cluster.ts'
import { CLICK_CODES, shardRefusal } from './click-fault.ts'
import type { ClickDoor } from './click-door.ts'
import { namedTables } from './click-schema.ts'
import { clickText } from './click-text.ts'
import { withColumns } from './shard-columns.ts'

/** In ZooKeeper, under which the tables of replicas agree. */
const REPLICA_PATH = '/mingheng'

/**
 * Makes the tables, and their columns, where they are missing, and answers for each shard the replica that rows are sent to. Refused where not more
 * than half of its replicas take rows now. Asked before each import, as a server may have come back without its disk.
 */
export async function prepareShards(cluster: ClickCluster): Promise<Kept<readonly ClickDoor[]>> {
  const looks = await Promise.all(cluster.shards.map(async (shard) => lookAt(shard, cluster.database)))
  const wrong = looks.map(wrongWithin).find((one) => one !== null) ?? wrongAmong(looks)
  if (wrong !== null) return wrong
  const takers: ClickDoor[] = []
  for (const [at, shard] of cluster.shards.entries()) {
    const made: Kept<ClickDoor>[] = []
    for (const one of looks[at] ?? []) made.push(one.ok ? await withTables(one.value, cluster.database) : one)
    const ready = made.flatMap((one) => (one.ok ? [one.value] : []))
    if (ready.length < mostOf(shard)) return tooFew(shard, made.filter(isRefused))
    takers.push(...ready.slice(0, 1))
  }
  return accepted(takers)
}

interface Look {
  readonly replica: ClickDoor
  /** The names of the tables that are there, and their engines. */
  readonly tables: ReadonlyMap<string, string>
  readonly isReplicated: boolean
  /** What the server calls itself in paths; empty where it says nothing, and where it is no replica. */
  readonly macros: { readonly shard: string; readonly replica: string }
}

async function lookAt(shard: ClickShard, database: string): Promise<readonly Kept<Look>[]> {
  return Promise.all(shard.inOrder().map(async (replica) => look(replica, database, shard.replicas.length > 1)))
}

async function look(replica: ClickDoor, database: string, isOneOfMany: boolean): Promise<Kept<Look>> {
  const up = await replica.upFor()
  if (!up.ok) return shardRefusal(up.fault)
  const rows = async (sql: string) => replica.ask(sql, { database: '' })
  const listed = await rows(`SELECT name, engine FROM system.tables WHERE database = ${clickText(database)}`)
  if (!listed.ok) return shardRefusal(listed.fault)
  const tables = new Map(listed.value.rows.map(([name, engine]) => [String(name), String(engine)]))
  // One whose others are out of the configuration for a while stays a replica, also in tables that are new.
  const isReplicated = isOneOfMany || [...tables.values()].some(isReplicatedEngine)
  if (!isReplicated) return accepted({ replica, tables, isReplicated, macros: { shard: '', replica: '' } })
  const named = await rows(`SELECT macro, substitution FROM system.macros`)
  if (!named.ok) return shardRefusal(named.fault)
  const macros = new Map(named.value.rows.map(([macro, value]) => [String(macro), String(value)]))
  const behind = await rows(
    `SELECT count() FROM system.replicas WHERE database = ${clickText(database)} AND is_readonly`,
  )
  if (!behind.ok) return shardRefusal(behind.fault)
  if (Number(behind.value.rows[0]?.[0]) > 0)
    return refusedRecords('shard-read-only', replica.place, `${String(behind.value.rows[0]?.[0])} 张表只读`)
  const [shard = '', own = ''] = [macros.get('shard'), macros.get('replica')]
  return accepted({ replica, tables, isReplicated, macros: { shard, replica: own } })
}

function isReplicatedEngine(engine: string): boolean {
  return engine.startsWith('Replicated')
}

/** What would make replicas of one shard keep each its own rows, or one pass for another. */
function wrongWithin(looks: readonly Kept<Look>[]): Refused | null {
  const seen: Look[] = []
  for (const one of looks) {
    if (!one.ok || !one.value.isReplicated) continue
    const { replica, macros, tables } = one.value
    const wrong = (detail: string) => refusedRecords('replicas-wrong', replica.place, detail)
    if (macros.shard === '' || macros.replica === '') return wrong('没有定义宏 shard 和 replica')
    const alone = [...tables].find(([, engine]) => !isReplicatedEngine(engine))
    if (alone !== undefined) return wrong(`表 ${alone[0]} 不是 ReplicatedMergeTree，只在这一台`)
    for (const { replica: other, macros: its } of seen) {
      if (its.shard !== macros.shard)
        return wrong(`宏 shard 是“${macros.shard}”，同一分片的“${other.place}”是“${its.shard}”`)
      if (its.replica === macros.replica) return wrong(`宏 replica 与“${other.place}”的同是“${macros.replica}”`)
    }
    seen.push(one.value)
  }
  return null
}

/** Two shards under one name would hold each other's rows. */
function wrongAmong(shards: readonly (readonly Kept<Look>[])[]): Refused | null {
  const named = new Map<string, ClickDoor>()
  for (const looks of shards) {
    const one = looks.flatMap((each) => (each.ok && each.value.isReplicated ? [each.value] : []))[0]
    if (one === undefined) continue
    const other = named.get(one.macros.shard)
    if (other !== undefined)
      return refusedRecords(
        'replicas-wrong',
        one.replica.place,
        `宏 shard 是“${one.macros.shard}”，另一分片的“${other.place}”也是`,
      )
    named.set(one.macros.shard, one.replica)
  }
  return null
}

async function withTables({ replica, tables, isReplicated, macros }: Look, database: string): Promise<Kept<ClickDoor>> {
  const all = namedTables(isReplicated ? `${REPLICA_PATH}/${database}` : null)
  const wide = await withColumns(replica, database, all, null)
  if (!wide.ok) return wide
  const missing = all.filter(({ name }) => !tables.has(name))
  if (missing.length === 0) return accepted(replica)
  const made = await replica.command(`CREATE DATABASE IF NOT EXISTS \`${database}\``, { database: '' })
  if (!made.ok) return shardRefusal(made.fault)
  for (const { sql } of missing) {
    const table = await replica.command(sql, { database })
    if (table.ok) continue
    return table.fault.code === CLICK_CODES.replicaExists
      ? refusedRecords(
          'replicas-wrong',
          replica.place,
          `ZooKeeper 里已有名叫“${macros.replica}”的副本，而这台上没有它的表：换过磁盘的，把宏 replica 改成没有用过的名字，再启动它`,
        )
      : shardRefusal(table.fault)
  }
  return accepted(replica)
}
