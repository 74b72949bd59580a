import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept, QueryAnswer } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Stop } from '../records/query-stop.ts'
import type { QueryLimits } from '../records/record-query.ts'
import { inexact, inOrder } from '../records/run-select.ts'
import type { ClickDoor, ClickRows } from './click-door.ts'
import { CLICK_CODES, shardRefusal, type ClickFault } from './click-fault.ts'
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
type Part = Kept<ClickRows> | 'not-here'

/** The answers of all shards as one, whole or not at all; `not-here` where it must be found in another way. */
export async function askShards(
  doors: readonly ClickDoor[],
  scenes: ClickScenes,
  asked: ClickAsked,
): Promise<Kept<QueryAnswer> | 'not-here'> {
  const { plan, scene, stop } = asked
  // When one shard fails, the others need not go on.
  const failing = new AbortController()
  const signal = AbortSignal.any([failing.signal, stop.signal])
  const shards = plan.proven.kind === 'everywhere' ? [0] : doors.map((_, shard) => shard)
  let failed: Part | null = null
  const parts = await Promise.all(
    shards.map(async (shard) => {
      const part = await askShard(doors, scenes, asked, shard, signal)
      if (part !== 'not-here' && part.ok) return part.value
      failed ??= part
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

async function askShard(
  doors: readonly ClickDoor[],
  scenes: ClickScenes,
  { scene, plan, limits }: ClickAsked,
  shard: number,
  signal: AbortSignal,
): Promise<Part> {
  const door = doors[shard]
  if (door === undefined) throw new Error(`no shard ${shard}`)
  for (let left = 2; left > 0; left -= 1) {
    const there = await door.ping()
    if (!there.ok) return shardRefusal(there.fault)
    const database = await scenes.ready(scene, shard, plan.used, signal)
    if (!database.ok) return database
    const settings = settingsOf(limits, scene.asked.maxRows)
    const answer = await door.ask(scene.asked.sql, { database: database.value, settings, signal })
    if (answer.ok) return accepted(answer.value)
    const { fault } = answer
    const isGone = fault.code === CLICK_CODES.unknownDatabase || fault.code === CLICK_CODES.unknownTable
    if (!isGone || left === 1) return refusalOf(fault, limits, scene.asked.maxRows)
    scenes.forget(shard)
  }
  return 'not-here'
}

/** What a shard may take for one query, and that it reads only. Nothing is left to what the shard thinks best. */
function settingsOf(
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
function refusalOf(fault: ClickFault, { memoryMegabytes, seconds }: QueryLimits, maxRows: number): Part {
  if (fault.kind !== 'refused') return shardRefusal(fault)
  const { code } = fault
  if (code === CLICK_CODES.timeOut) return refusedRecords('query-too-long', `${seconds} 秒`)
  if (code === CLICK_CODES.memory) return refusedRecords('query-out-of-memory', `${memoryMegabytes} MB`)
  if (code === CLICK_CODES.tooManyRows) return refusedRecords('query-too-many', String(maxRows))
  return code === CLICK_CODES.noSpace || code === CLICK_CODES.readOnly ? shardRefusal(fault) : 'not-here'
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
