import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refusedRecords, type RecordRefusalCode } from '../../app/ports/record-refusals.ts'
import type { Kept, QueryAnswer } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { rowOf, numberOf } from '../records/duckdb-rows.ts'
import type { QueryEngines } from '../records/query-engines.ts'
import type { Stop } from '../records/query-stop.ts'
import { runSelect } from '../records/run-select.ts'
import { literal, quoted, storedColumns, tableColumns } from '../records/stored-columns.ts'
import { referenceTables } from '../records/tables-for-query.ts'
import { refusalOf, settingsOf, type ClickAsked } from './ask-shards.ts'
import type { Refused } from './click-cluster.ts'
import type { ClickDoor } from './click-door.ts'
import { recordsHeld, type ClickQueryLimits, type ClickRoom } from './click-room.ts'
import { CLICK_CODES, isMissing, shardRefusal } from './click-fault.ts'
import type { ClickScenes } from './click-scenes.ts'
import { isSpread } from './click-shards.ts'
import { batchesOf } from './click-views.ts'
import { columnsRead } from './columns-read.ts'
import type { QueryPlan } from './plan-query.ts'
import type { Gathering } from './query-parts.ts'
import { isWhole } from './whole-shard.ts'

/** A table that shards sent: a file from each. `due` is how many rows it must have; null where only the shards know. */
interface Fetched {
  readonly table: string
  /** `CREATE TEMP TABLE` of its files. */
  readonly sql: string
  readonly paths: readonly string[]
  readonly due: { readonly rows: number; readonly chinese: string } | null
}

interface Fetching {
  readonly room: ClickRoom
  readonly engines: QueryEngines
  readonly scenes: ClickScenes
  readonly asked: ClickAsked & { readonly limits: ClickQueryLimits }
}

/**
 * Fetches the columns that a query reads of all records of its data sets, or less where shards answer parts of it, and has
 * DuckDB answer: exact whatever the text says, and bounded by what may be fetched. Null where it was stopped before its turn
 * came; `not-here` where a shard does not take a part.
 */
export async function gatherAndRun(
  fetching: Fetching,
  gathering: Gathering,
): Promise<Kept<QueryAnswer | 'not-here'> | null> {
  const { room, engines } = fetching
  const { scene, stop } = fetching.asked
  const folder = await mkdtemp(join(room.work, 'fetched-'))
  try {
    const fetched = await fetchAll(fetching, gathering, folder)
    if (!fetched.ok) return fetched
    const tables = fetched.value
    if (tables === 'not-here') return accepted(tables)
    return await engines.within(
      tables.flatMap(({ paths }) => paths),
      stop.signal,
      async (engine) =>
        engine.on(stop.signal, async (own): Promise<Kept<QueryAnswer>> => {
          for (const { table, sql, due } of tables) {
            await own.connection.run(sql)
            if (due === null) continue
            const count = `SELECT count(*) AS records FROM ${quoted(table)}`
            const found = numberOf(await rowOf(own.connection, count), 'records')
            if (found !== due.rows)
              return refusedRecords('query-failed', `${due.chinese}应有 ${due.rows} 条，取来 ${found} 条`)
          }
          for (const { name, sql } of referenceTables(gathering.used, scene.asked)) await own.table(name, sql)
          return runSelect(own.connection, gathering.sql, scene.asked.maxRows)
        }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fetchAll(
  fetching: Fetching,
  gathering: Gathering,
  folder: string,
): Promise<Kept<readonly Fetched[] | 'not-here'>> {
  const { scene, limits, plan } = fetching.asked
  const mostRows = mostRowsOf(limits)
  const sets = scene.asked.dataSets.filter((one) => gathering.used.has(one)).map(dataSet)
  // Known before anything is sent.
  if (sets.reduce((sum, set) => sum + recordsHeld(scene.batches, set), 0) > mostRows) return tooMany(mostRows, plan)
  const tables: Fetched[] = []
  let bytes = 0
  const fetch = async (source: Source): Promise<Kept<readonly string[]>> => {
    const paths: string[] = []
    const { shards } = fetching.room
    for (const [at, shard] of (source.isSpread ? shards : shards.slice(0, 1)).entries()) {
      const path = join(folder, `${source.name}-${at}.csv`)
      const sent = await shard.ask(async (replica) => fetchFrom(fetching, source, { replica, shard: at, path, bytes }))
      if (!sent.ok) return sent
      bytes = sent.value
      paths.push(path)
    }
    return accepted(paths)
  }
  for (const { name, sql, place, used, columns } of gathering.parts) {
    const paths = await fetch({ name, isSpread: place === 'spread', sql, tables: used })
    if (!paths.ok) return OF_PARTS.has(paths.refusal.code) ? accepted('not-here') : paths
    tables.push({ table: name, sql: tableOf(name, '*', columns, paths.value), paths: paths.value, due: null })
  }
  for (const set of sets) {
    const names = columnsRead(gathering.node, set)
    const sql = `SELECT ${names.join(', ')} FROM ${batchesOf(scene, set)}`
    const paths = await fetch({ name: set.name, isSpread: isSpread(set), sql, tables: null })
    if (!paths.ok) return paths
    const all = storedColumns(set)
    const sent = all.filter(({ name }) => names.includes(name))
    tables.push({
      table: set.name,
      sql: tableOf(set.name, tableColumns(set), sent, paths.value, all),
      paths: paths.value,
      due: { rows: recordsHeld(scene.batches, set), chinese: set.chinese },
    })
  }
  return accepted(tables)
}

/** What becomes one table: a SELECT on the shards. `tables`: those that it names of the scene; null where it is all of one data set. */
interface Source {
  readonly name: string
  readonly isSpread: boolean
  readonly sql: string
  readonly tables: ReadonlySet<string> | null
}

interface Target {
  readonly replica: ClickDoor
  readonly shard: number
  readonly path: string
  /** How many came before. */
  readonly bytes: number
}

/** How many bytes have come with these. */
async function fetchFrom(
  { scenes, asked: { scene, plan, limits, stop } }: Fetching,
  { name, sql, tables }: Source,
  { replica, shard, path, bytes }: Target,
): Promise<Kept<number>> {
  const mostRows = mostRowsOf(limits)
  for (let isAgain = false; ; isAgain = true) {
    const up = await replica.upFor()
    if (!up.ok) return shardRefusal(up.fault)
    const database =
      tables === null
        ? await isWhole(replica, scene, shard, name, stop.signal)
        : await scenes.ready(scene, { replica, shard, upFor: up.value }, tables, stop.signal)
    if (!database.ok) return database
    const how = { database: database.value ?? '', settings: settingsOf(limits, mostRows), signal: stop.signal }
    const answer = await replica.download(sql, how)
    if (answer.ok) return keptIn(path, answer.value, { replica, bytes, limits, stop })
    const { fault } = answer
    if (fault.code === CLICK_CODES.tooManyRows) return tooMany(mostRows, plan)
    const refusal = refusalOf(fault, limits, mostRows)
    if (!isMissing(fault) || isAgain) return refusal.ok ? shardRefusal(fault) : refusal
    scenes.forget(replica)
  }
}

function mostRowsOf({ fetchedRows = FETCHED_ROWS }: ClickQueryLimits): number {
  return fetchedRows
}

function tooMany(mostRows: number, { proven }: QueryPlan): Refused {
  const why = proven.kind === 'doubted' ? proven.why : '分片不认识这种写法'
  return refusedRecords('query-fetches-too-many', mostRows, why)
}

/** What may be wrong with a part and not with the records that it is made of. */
const OF_PARTS: ReadonlySet<RecordRefusalCode> = new Set([
  'shard-refused',
  'query-fetches-too-many',
  'query-out-of-memory',
])

/** As much as DuckDB itself may spill. */
const FETCHED_FACTOR = 8

/** More than these no node should carry for one query, whatever their size. */
const FETCHED_ROWS = 20_000_000

interface Keeping extends Pick<Target, 'replica' | 'bytes'> {
  readonly limits: ClickQueryLimits
  readonly stop: Stop
}

/** Writes what a shard sends, as long as it is no more than may come. How many bytes have come with it. */
async function keptIn(
  path: string,
  sent: AsyncIterable<Uint8Array>,
  { replica, bytes, limits, stop }: Keeping,
): Promise<Kept<number>> {
  const megabytes = limits.fetchedMegabytes ?? limits.memoryMegabytes * FETCHED_FACTOR
  let come = bytes
  const counted = async function* () {
    for await (const piece of sent) {
      come += piece.length
      if (come > megabytes * 1_000_000) return
      yield piece
    }
  }
  try {
    await pipeline(counted, createWriteStream(path), { signal: stop.signal })
  } catch (error) {
    if (stop.signal.aborted || isOfDisk(error)) throw error
    const detail = error instanceof Error ? error.message : String(error)
    return shardRefusal({ kind: 'unreachable', place: replica.place, code: null, detail })
  }
  return come > megabytes * 1_000_000 ? refusedRecords('query-out-of-memory', `${megabytes} MB`) : accepted(come)
}

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['write', 'open'].includes(String(error.syscall))
}

interface TypedColumn {
  readonly name: string
  readonly type: string
}

/**
 * A table, not a view: a query may read it many times. Of `all` columns those that were not `sent` are there too, so that what
 * follows from them can be said.
 */
function tableOf(
  table: string,
  select: string,
  sent: readonly TypedColumn[],
  paths: readonly string[],
  all: readonly TypedColumn[] = sent,
): string {
  const read = sent.map(({ name, type }) => `${literal(name)}: ${literal(type)}`)
  const made = all.map(({ name, type }) =>
    sent.some((one) => one.name === name) ? quoted(name) : `CAST(NULL AS ${type}) AS ${quoted(name)}`,
  )
  return `CREATE TEMP TABLE ${quoted(table)} AS SELECT ${select}
    FROM (SELECT ${made.join(', ')} FROM read_csv([${paths.map(literal).join(', ')}], header = false,
    auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '\\N', allow_quoted_nulls = false,
    parallel = false, columns = {${read.join(', ')}}))`
}
