import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept, QueryAnswer } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { rowOf, numberOf } from '../records/duckdb-rows.ts'
import type { QueryEngines } from '../records/query-engines.ts'
import { runSelect } from '../records/run-select.ts'
import { literal, quoted, storedColumns, tableColumns } from '../records/stored-columns.ts'
import { referenceTables } from '../records/tables-for-query.ts'
import type { ClickAsked } from './ask-shards.ts'
import { recordsHeld, type ClickQueryLimits, type ClickRoom } from './click-room.ts'
import { shardRefusal } from './click-fault.ts'
import { isSpread } from './click-shards.ts'
import { batchesOf } from './click-views.ts'
import { columnsRead } from './columns-read.ts'
import { isWhole, LONG_TEXT } from './whole-shard.ts'

/** What the shards sent of one data set: a file from each. */
interface Fetched {
  readonly set: DataSet
  readonly columns: readonly string[]
  readonly paths: readonly string[]
}

interface Gathering extends ClickAsked {
  readonly limits: ClickQueryLimits
}

/**
 * Fetches the columns that a query reads, of all records of its data sets, and has DuckDB answer: exact whatever the text says,
 * and bounded by what may be fetched. Null where it was stopped before its turn came.
 */
export async function gatherAndRun(
  room: ClickRoom,
  engines: QueryEngines,
  gathering: Gathering,
): Promise<Kept<QueryAnswer> | null> {
  const { scene, plan, stop } = gathering
  const folder = await mkdtemp(join(room.work, 'fetched-'))
  try {
    const sets = await fetchAll(room, gathering, folder)
    if (!sets.ok) return sets
    return await engines.within(
      sets.value.flatMap(({ paths }) => paths),
      stop.signal,
      async (engine) =>
        engine.on(stop.signal, async (own): Promise<Kept<QueryAnswer>> => {
          for (const fetched of sets.value) {
            await own.connection.run(tableOf(fetched))
            const due = recordsHeld(scene.batches, fetched.set)
            const table = quoted(fetched.set.name)
            const found = numberOf(await rowOf(own.connection, `SELECT count(*) AS records FROM ${table}`), 'records')
            if (found !== due)
              return refusedRecords('query-failed', `${fetched.set.chinese}应有 ${due} 条，取来 ${found} 条`)
          }
          for (const { name, sql } of referenceTables(plan.used, scene.asked)) await own.table(name, sql)
          return runSelect(own.connection, scene.asked.sql, scene.asked.maxRows)
        }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fetchAll(room: ClickRoom, gathering: Gathering, folder: string): Promise<Kept<readonly Fetched[]>> {
  const { scene, plan, limits, stop } = gathering
  const most = (limits.fetchedMegabytes ?? limits.memoryMegabytes * FETCHED_FACTOR) * 1_000_000
  const sets: Fetched[] = []
  let bytes = 0
  for (const name of scene.asked.dataSets.filter((one) => plan.used.has(one))) {
    const set = dataSet(name)
    const columns = columnsRead(plan.node, set)
    const doors = isSpread(set) ? room.doors : room.doors.slice(0, 1)
    const paths: string[] = []
    for (const [shard, door] of doors.entries()) {
      const there = await door.ping()
      if (!there.ok) return shardRefusal(there.fault)
      const whole = await isWhole(door, scene, shard, name, stop.signal)
      if (!whole.ok) return whole
      const sql = `SELECT ${columns.join(', ')} FROM ${batchesOf(scene, set)}`
      const settings = { ...LONG_TEXT, readonly: 2, max_threads: limits.threads }
      const answer = await door.download(sql, { database: '', settings, signal: stop.signal })
      if (!answer.ok) return shardRefusal(answer.fault)
      const path = join(folder, `${name}-${shard}.csv`)
      let isTooMuch = false
      const counted = async function* () {
        for await (const piece of answer.value) {
          bytes += piece.length
          isTooMuch = bytes > most
          if (isTooMuch) return
          yield piece
        }
      }
      try {
        await pipeline(counted, createWriteStream(path), { signal: stop.signal })
      } catch (error) {
        if (stop.signal.aborted || isOfDisk(error)) throw error
        const detail = error instanceof Error ? error.message : String(error)
        return shardRefusal({ kind: 'unreachable', place: door.place, code: null, detail })
      }
      if (isTooMuch) return refusedRecords('query-out-of-memory', `${Math.floor(most / 1_000_000)} MB`)
      paths.push(path)
    }
    sets.push({ set, columns, paths })
  }
  return accepted(sets)
}

/** As much as DuckDB itself may spill. */
const FETCHED_FACTOR = 8

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['write', 'open'].includes(String(error.syscall))
}

/** A table, not a view: a query may read it many times. What was not fetched is there too, so that what follows from it can be said. */
function tableOf({ set, columns, paths }: Fetched): string {
  const types = new Map(storedColumns(set).map(({ name, type }) => [name, type]))
  const read = columns.map((name) => `${literal(name)}: ${literal(types.get(name) ?? 'VARCHAR')}`)
  const all = storedColumns(set).map(({ name, type }) =>
    columns.includes(name) ? quoted(name) : `CAST(NULL AS ${type}) AS ${quoted(name)}`,
  )
  return `CREATE TEMP TABLE ${quoted(set.name)} AS SELECT ${tableColumns(set)}
    FROM (SELECT ${all.join(', ')} FROM read_csv([${paths.map(literal).join(', ')}], header = false,
    auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '\\N', allow_quoted_nulls = false,
    parallel = false, columns = {${read.join(', ')}}))`
}
