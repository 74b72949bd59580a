import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept, QueryAnswer } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Stop } from '../records/query-stop.ts'
import type { QueryLimits } from '../records/record-query.ts'
import { inexact, inOrder } from '../records/run-select.ts'
import type { ClickShard, Refused } from './click-cluster.ts'
import type { ClickDoor, ClickRows } from './click-door.ts'
import { CLICK_CODES, isMissing, shardRefusal, type ClickFault } from './click-fault.ts'
import type { ClickScenes } from './click-scenes.ts'
import type { ClickScene } from './click-views.ts'
import type { QueryPlan } from './plan-query.ts'
import { readClickRow } from './read-click-row.ts'
import { LONG_TEXT } from './whole-shard.ts'

export interface ClickAsked {
  readonly scene: ClickScene
  readonly plan: QueryPlan
  readonly limits: QueryLimits
  readonly stop: Stop
}

/** Of one shard. `not-here`: it does not take the text as it was proven to be. */
type Part = Kept<ClickRows | 'not-here'>

/** The answers of all shards as one, whole or not at all; `not-here` where it must be found in another way. */
export async function askShards(
  shards: readonly ClickShard[],
  scenes: ClickScenes,
  asked: ClickAsked,
): Promise<Kept<QueryAnswer> | 'not-here'> {
  const { plan, scene, stop } = asked
  // When one shard fails, the others need not go on.
  const failing = new AbortController()
  const signal = AbortSignal.any([failing.signal, stop.signal])
  const needed = plan.proven.kind === 'everywhere' ? shards.slice(0, 1) : shards
  let failed: Refused | 'not-here' | null = null
  const parts = await Promise.all(
    needed.map(async (shard, at) => {
      const part = await shard.ask(async (replica) => askReplica(replica, scenes, asked, at, signal))
      if (part.ok && part.value !== 'not-here') return part.value
      failed ??= part.ok ? 'not-here' : part
      failing.abort()
      return null
    }),
  )
  if (failed !== null) return failed
  return merged(
    plan.columns,
    parts.filter((part) => part !== null),
    scene.asked.maxRows,
  )
}

/** Whether every shard can be asked, and has been found to hold what the catalog says of these tables since it was started. */
export async function areThere(
  shards: readonly ClickShard[],
  scenes: ClickScenes,
  scene: ClickScene,
  tables: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<boolean> {
  const there = await Promise.all(
    shards.map(async (shard, at) =>
      shard.ask(async (replica) => readyOn(replica, scenes, { scene, shard: at, tables, signal })),
    ),
  )
  return there.every(({ ok }) => ok)
}

/** The name of the database in which the tables of a query are on this server of a shard. */
async function readyOn(replica: ClickDoor, scenes: ClickScenes, { scene, shard, tables, signal }: Placed) {
  const up = await replica.upFor()
  if (!up.ok) return shardRefusal(up.fault)
  return scenes.ready(scene, { replica, shard, upFor: up.value }, tables, signal)
}

interface Placed {
  readonly scene: ClickScene
  readonly shard: number
  readonly tables: ReadonlySet<string>
  readonly signal: AbortSignal
}

async function askReplica(
  replica: ClickDoor,
  scenes: ClickScenes,
  { scene, plan, limits }: ClickAsked,
  shard: number,
  signal: AbortSignal,
): Promise<Part> {
  for (let left = 2; left > 0; left -= 1) {
    const database = await readyOn(replica, scenes, { scene, shard, tables: plan.used, signal })
    if (!database.ok) return database
    const settings = settingsOf(limits, scene.asked.maxRows)
    const answer = await replica.ask(scene.asked.sql, { database: database.value, settings, signal })
    if (answer.ok) return accepted(answer.value)
    const { fault } = answer
    if (!isMissing(fault) || left === 1) return refusalOf(fault, limits, scene.asked.maxRows)
    scenes.forget(replica)
  }
  return NOT_HERE
}

const NOT_HERE = accepted('not-here' as const)

/** What a shard may take for one query, and that it reads only. Nothing is left to what the shard thinks best. */
export function settingsOf(
  { memoryMegabytes, threads, seconds }: QueryLimits,
  maxRows: number,
): Record<string, string | number> {
  const memory = memoryMegabytes * 1_000_000
  return {
    ...LONG_TEXT,
    readonly: 2,
    max_threads: threads,
    max_execution_time: seconds,
    max_memory_usage: memory,
    max_bytes_before_external_group_by: Math.floor(memory / 2),
    max_result_rows: maxRows,
    result_overflow_mode: 'throw',
    timeout_overflow_mode: 'throw',
    count_distinct_implementation: 'uniqExact',
    join_default_strictness: 'ALL',
    join_use_nulls: 0,
  }
}

/** What is wrong with the text is for DuckDB to say, in the words that people know from it. */
export function refusalOf(
  fault: ClickFault,
  { memoryMegabytes, seconds }: QueryLimits,
  maxRows: number,
): Refused | typeof NOT_HERE {
  if (fault.kind !== 'refused') return shardRefusal(fault)
  const { code } = fault
  if (code === CLICK_CODES.timeOut) return refusedRecords('query-too-long', `${seconds} 秒`)
  if (code === CLICK_CODES.memory) return refusedRecords('query-out-of-memory', `${memoryMegabytes} MB`)
  if (code === CLICK_CODES.tooManyRows) return refusedRecords('query-too-many', String(maxRows))
  return code === CLICK_CODES.noSpace || code === CLICK_CODES.readOnly ? shardRefusal(fault) : NOT_HERE
}

function merged(
  columns: readonly string[],
  parts: readonly ClickRows[],
  maxRows: number,
): Kept<QueryAnswer> | 'not-here' {
  const count = parts.reduce((sum, { rows }) => sum + rows.length, 0)
  if (count > maxRows) return refusedRecords('query-too-many', String(maxRows))
  const rows: (readonly (string | number | null)[])[] = []
  for (const part of parts) {
    const read = readClickRow(part.types)
    if (read === null) return 'not-here'
    for (const row of part.rows) {
      const values = read(row)
      if ('column' in values) return inexact(columns[values.column] ?? '', values.value)
      rows.push(values)
    }
  }
  return accepted({ columns, rows: rows.toSorted(inOrder) })
}
