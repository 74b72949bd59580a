import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClickDoor, type ClickDoor } from '../../../src/adapters/clickhouse/click-door.ts'
import { clickQueries } from '../../../src/adapters/clickhouse/click-query.ts'
import type { ClickBatch } from '../../../src/adapters/clickhouse/click-room.ts'
import { clickTables } from '../../../src/adapters/clickhouse/click-schema.ts'
import { queryFaultOf } from '../../../src/adapters/records/query-faults.ts'
import { runSelect } from '../../../src/adapters/records/run-select.ts'
import type { Kept, QueryAnswer } from '../../../src/app/ports/record-store.ts'
import { accepted } from '../../../src/core/kernel/outcome.ts'
import { id, type CenterId, type TenantId } from '../../../src/core/kernel/identifiers.ts'
import { DATA_SETS } from '../../../src/core/records/data-sets.ts'
import { alternate, type Comparison } from '../../bench/measure.ts'
import type { Row, Size, Suite } from '../../bench/suite.ts'
import { asked, LINE, NOTICE, PERIOD } from '../../detections/detection-case.ts'
import { putTables, testTables } from '../../detections/tables.ts'
import { askedFor } from '../../fixtures/kept-records.ts'
import { valueOf } from '../../fixtures/people-house.ts'
import { startClickHouse, type ClickHouseShard } from '../engines/clickhouse-server.ts'
import { done } from '../loaded-records.ts'
import { casesMade, centersOf, fillDuckDb, fillShards } from './made-cases.ts'

/**
 * What sharding brings to detections: the same cases on one shard, on two, and as Parquet under DuckDB, in one run. The two
 * are servers beside the one, so that each one's peak memory is its own.
 */
export const recordsSuite: Suite = {
  name: 'records',
  about: `all detections that the shards answer themselves, and one over every case, of a year of 220 centers’ cases; all servers on this machine, whose processors they share`,
  parts: ['10 million', '100 million'],
  quickParts: ['10 million'],
  run: async (part, size) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingheng-bench-'))
    const { shards, stop } = await startClickHouse(3)
    try {
      return await recordRows(part, shards, folder, size)
    } finally {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const LIMITS = { memoryMegabytes: 1_500, threads: 2, seconds: 600 }
const TENANT = id<TenantId>('city')
const BIG = 'online-rate-low'

/** Those two are answered from fetched rows; of a hundred million that is refused. */
const FETCHED = new Set(['hotline-complaint-substantiated', 'general-counter-unbalanced'])

type Ask = (name: string) => Promise<Kept<QueryAnswer>>

/** One way to hold the cases. */
interface Peer {
  readonly name: string
  /** As the sizing file calls it. */
  readonly figure: string
  readonly ask: Ask
  readonly bytes: number
  readonly fillSeconds: number
  /** Of the hungriest server; null where it is this process. */
  readonly peak: () => number | null
  readonly close: () => Promise<void>
}

async function recordRows(
  part: string,
  servers: readonly ClickHouseShard[],
  folder: string,
  size: Size,
): Promise<Row[]> {
  const cases = size === 'quick' ? 1_000_000 : Number(part.split(' ')[0]) * 1_000_000
  const all = readdirSync(new URL('detections/', NOTICE))
    .flatMap((name) => /^(.*)\.sql$/u.exec(name)?.[1] ?? [])
    .filter((name) => !FETCHED.has(name))
  const peers = [
    await duckDbPeer(folder, cases),
    await clusterPeer(servers.slice(0, 1), { figure: 'one', folder, cases }),
    await clusterPeer(servers.slice(1), { figure: 'two', folder, cases }),
  ]
  const isOnce = part === '100 million'
  const { refused, comparison } = await triedOnce(peers, size === 'quick' && !isOnce ? [BIG] : all)
  const names = all.filter((name) => !refused.has(name))
  const what = [`${names.length} detections`, ...[...refused].map((name) => `without ${name}`)].join(', ')
  // That they agree was a round to warm up. Of a hundred million once is enough: it takes long beside what disturbs it.
  const whole = isOnce
    ? comparison
    : await alternate(
        { rounds: size === 'quick' ? 1 : 3, warmUps: 0 },
        () => null,
        peers.map(({ ask }) => async () => {
          for (const name of names) valueOf(await ask(name))
        }),
      )
  const big = await alternate(
    { rounds: 3, warmUps: 0 },
    () => null,
    peers.map(
      ({ ask }) =>
        async () =>
          valueOf(await ask(BIG)),
    ),
  )
  for (const peer of peers) await peer.close()
  const [millions] = part.split(' ')
  return [
    ...rowsOf(what, `${millions}M: detections`, peers, whole, cases),
    ...rowsOf(BIG, `${millions}M: ${BIG}`, peers, big, cases).map((row, at) => {
      const peer = peers[at]
      return peer === undefined ? row : { ...row, figures: { ...row.figures, ...costs(`${millions}M`, peer, cases) } }
    }),
  ]
}

/** Throws where they do not answer the same; those that one of them refuses are left out, and the table says so. */
async function triedOnce(
  peers: readonly Peer[],
  names: readonly string[],
): Promise<{ readonly refused: ReadonlySet<string>; readonly comparison: Comparison }> {
  const refused = new Set<string>()
  const sums = peers.map(() => 0)
  for (const name of names) {
    const answers: Kept<QueryAnswer>[] = []
    const took: number[] = []
    for (const { ask } of peers) {
      const start = performance.now()
      answers.push(await ask(name))
      took.push(performance.now() - start)
    }
    if (answers.some(({ ok }) => !ok)) refused.add(name)
    else if (new Set(answers.map((answer) => JSON.stringify(answer))).size > 1)
      throw new Error(`the engines differ: ${name}`)
    else for (const [at, milliseconds] of took.entries()) sums[at] = (sums[at] ?? 0) + milliseconds
  }
  const timings = sums.map((sum) => ({ median: sum, least: sum, most: sum, processor: sum }))
  const clockRatios = sums.map((sum) => sum / (sums[0] ?? sum))
  return { refused, comparison: { timings, ratios: clockRatios, clockRatios } }
}

function rowsOf(
  what: string,
  figure: string,
  peers: readonly Peer[],
  { timings, clockRatios }: Comparison,
  cases: number,
): Row[] {
  return peers.map((peer, at): Row => {
    const time = timings[at]
    if (time === undefined) throw new Error('nothing was timed')
    const [, one, two] = timings.map(({ median }) => median)
    const speedUp = one === undefined || two === undefined ? Number.NaN : one / two
    return {
      what: `${what}, ${peer.name}${peer.figure === 'two' ? ` (${speedUp.toFixed(2)} times as fast as one)` : ''}`,
      time,
      per: 'run',
      count: cases,
      unit: 'cases',
      isByClock: true,
      series: cases,
      ...(at === 0 ? {} : { ratio: clockRatios[at] ?? 0, than: 'DuckDB' }),
      figures: {
        [`${figure} ${peer.figure} s`]: time.median / 1_000,
        ...(peer.figure === 'two' ? { [`${figure} two over one`]: speedUp } : {}),
      },
    }
  })
}

function costs(part: string, { figure, bytes, fillSeconds, peak }: Peer, cases: number): Record<string, number> {
  const most = peak()
  return {
    [`${part}: ${figure} bytes a case`]: bytes / casesMade(cases),
    [`${part}: ${figure} filled s`]: fillSeconds,
    ...(most === null ? {} : { [`${part}: ${figure} peak MB`]: Math.round(most) }),
  }
}

async function duckDbPeer(folder: string, cases: number): Promise<Peer> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${LIMITS.memoryMegabytes}MB`,
    threads: String(LIMITS.threads),
    temp_directory: join(folder, 'spill'),
  })
  const connection = await instance.connect()
  const others = testTables({}, { line: LINE, centers: centersOf(), from: PERIOD.from, to: PERIOD.to })
  await putTables(
    { connection, held: new Map() },
    others.filter(({ name }) => name !== 'service_cases'),
  )
  const file = join(folder, 'cases.parquet')
  const fillSeconds = await secondsOf(fillDuckDb(connection, file, cases))
  const limits = { ...LIMITS, spill: join(folder, 'spill') }
  const ask: Ask = async (name) => {
    try {
      return await runSelect(connection, asked(name, {}).sql, MOST)
    } catch (error) {
      const fault = queryFaultOf(error, limits)
      if (fault?.kind === 'refused') return fault.refusal
      throw error
    }
  }
  const close = async () => connection.closeSync()
  return { name: 'DuckDB', figure: 'duckdb', ask, bytes: statSync(file).size, fillSeconds, peak: () => null, close }
}

const MOST = 2_000_000

async function secondsOf(work: Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work
  return (performance.now() - start) / 1_000
}

async function clusterPeer(
  servers: readonly ClickHouseShard[],
  { figure, folder, cases }: { readonly figure: string; readonly folder: string; readonly cases: number },
): Promise<Peer> {
  const doors = servers.map(({ url }) => openClickDoor({ urls: [url], user: 'default', password: '', database: '' }))
  const database = 'bench'
  for (const door of doors) {
    done(await door.command(`CREATE DATABASE ${database}`, { database: '' }))
    for (const table of clickTables(null)) done(await door.command(table, { database }))
  }
  const fillSeconds = await secondsOf(fillShards(doors, { database, tenantId: TENANT, cases }))
  const batches = await batchesOf(doors, database)
  const made = batches.flatMap(({ records }) => records).reduce((sum, one) => sum + one, 0)
  if (made !== casesMade(cases)) throw new Error(`${made} cases were made, not ${casesMade(cases)}`)
  const work = join(folder, figure)
  const queries = clickQueries({ doors, database, batches: async () => accepted(batches), work }, LIMITS)
  return {
    name: `${doors.length} ${doors.length === 1 ? 'shard' : 'shards'}`,
    figure,
    ask: async (name) => {
      const centers = centersOf().map((center) => id<CenterId>(center))
      const sets = DATA_SETS.map((set) => set.name)
      return queries.query(TENANT, askedFor(asked(name, {}).sql, sets, { centers, maxRows: MOST }))
    },
    bytes: await bytesOf(doors, database),
    fillSeconds,
    peak: () => Math.max(...servers.map((server) => server.peakMegabytes())),
    close: async () => {
      queries.close()
      await Promise.all(doors.map(async (door) => door.close()))
    },
  }
}

async function batchesOf(doors: readonly ClickDoor[], database: string): Promise<readonly ClickBatch[]> {
  const counts = new Map<string, number[]>()
  const sql = 'SELECT batch, count() AS n FROM service_cases GROUP BY batch'
  for (const [shard, door] of doors.entries())
    for (const [batch, n] of done(await door.ask(sql, { database })).rows) {
      const of = counts.get(String(batch)) ?? doors.map(() => 0)
      of[shard] = Number(n)
      counts.set(String(batch), of)
    }
  return [...counts].map(([batch, records]) => ({ dataSet: 'service_cases', batch, records }))
}

async function bytesOf(doors: readonly ClickDoor[], database: string): Promise<number> {
  const sql = `SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND database = '${database}'`
  let bytes = 0
  for (const door of doors) bytes += Number(done(await door.ask(sql, { database })).rows[0]?.[0])
  return bytes
}
