import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClickDoor, type ClickDoor } from '../../../src/adapters/clickhouse/click-door.ts'
import { clickQueries } from '../../../src/adapters/clickhouse/click-query.ts'
import type { ClickBatch } from '../../../src/adapters/clickhouse/click-room.ts'
import { clickTables } from '../../../src/adapters/clickhouse/click-schema.ts'
import { runSelect } from '../../../src/adapters/records/run-select.ts'
import type { QueryAnswer } from '../../../src/app/ports/record-store.ts'
import { accepted } from '../../../src/core/kernel/outcome.ts'
import { id, type CenterId, type TenantId } from '../../../src/core/kernel/identifiers.ts'
import { DATA_SETS } from '../../../src/core/records/data-sets.ts'
import { alternate } from '../../bench/measure.ts'
import type { Row, Size, Suite } from '../../bench/suite.ts'
import { asked, LINE, NOTICE, PERIOD } from '../../detections/detection-case.ts'
import { putTables, testTables } from '../../detections/tables.ts'
import { askedFor } from '../../fixtures/kept-records.ts'
import { valueOf } from '../../fixtures/people-house.ts'
import { startClickHouse } from '../engines/clickhouse-server.ts'
import { done } from '../loaded-records.ts'
import { centersOf, fillDuckDb, fillShard } from './made-cases.ts'

/** What sharding brings to detections: the same cases on one shard, on two, and as Parquet under DuckDB, in one run. */
export const recordsSuite: Suite = {
  name: 'records',
  about: `all detections that the shards answer themselves, and one over every case, of a year of 220 centers’ cases; both shards on this machine, whose processors they share`,
  parts: ['10 million', '100 million'],
  quickParts: ['10 million'],
  run: async (part, size) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingheng-bench-'))
    const servers = await startClickHouse(2)
    try {
      const cases = size === 'quick' ? 20_000 : Number(part.split(' ')[0]) * 1_000_000
      return await recordRows(
        servers.shards.map(({ url }) => url),
        folder,
        cases,
        size,
      )
    } finally {
      await servers.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const LIMITS = { memoryMegabytes: 1_500, threads: 2, seconds: 600 }
const TENANT = id<TenantId>('city')
const BIG = 'online-rate-low'

/** Those two are answered from fetched rows; of a hundred million that is refused. */
const FETCHED = new Set(['hotline-complaint-substantiated', 'general-counter-unbalanced'])

type Ask = (name: string) => Promise<QueryAnswer>

async function recordRows(urls: readonly string[], folder: string, cases: number, size: Size): Promise<Row[]> {
  const names = readdirSync(new URL('detections/', NOTICE))
    .flatMap((name) => /^(.*)\.sql$/u.exec(name)?.[1] ?? [])
    .filter((name) => !FETCHED.has(name))
  const duckDb = await duckDbAsk(folder, cases)
  const one = await clusterAsk(urls.slice(0, 1), 'one', join(folder, 'one'), cases)
  const two = await clusterAsk(urls, 'two', join(folder, 'two'), cases)
  const same = await Promise.all([duckDb.ask(BIG), one.ask(BIG), two.ask(BIG)])
  if (new Set(same.map((answer) => JSON.stringify(answer))).size > 1) throw new Error('the engines differ')
  const all = (ask: Ask) => async () => {
    for (const name of names) await ask(name)
  }
  const rounds = size === 'quick' ? { rounds: 1, warmUps: 0 } : { rounds: 3, warmUps: 1 }
  const peers = [duckDb, one, two]
  const whole = await alternate(
    rounds,
    () => null,
    peers.map(({ ask }) => all(ask)),
  )
  const big = await alternate(
    rounds,
    () => null,
    peers.map(
      ({ ask }) =>
        async () =>
          ask(BIG),
    ),
  )
  for (const peer of peers) await peer.close()
  return [
    ...peers.map((peer, at) => rowOf(`${names.length} detections, ${peer.name}`, whole, at, cases)),
    ...peers.map((peer, at) => rowOf(`${BIG}, ${peer.name}`, big, at, cases)),
  ]
}

function rowOf(
  what: string,
  { timings, clockRatios }: Awaited<ReturnType<typeof alternate>>,
  at: number,
  cases: number,
): Row {
  const time = timings[at]
  if (time === undefined) throw new Error('nothing was timed')
  return {
    what,
    time,
    per: 'run',
    count: cases,
    unit: 'cases',
    isByClock: true,
    series: cases,
    ...(at === 0 ? {} : { ratio: clockRatios[at] ?? 0, than: 'DuckDB' }),
  }
}

async function duckDbAsk(folder: string, cases: number) {
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
  await fillDuckDb(connection, join(folder, 'cases'), cases)
  const ask: Ask = async (name) => valueOf(await runSelect(connection, asked(name, {}).sql, MOST))
  return { name: 'DuckDB', ask, close: async () => connection.closeSync() }
}

const MOST = 2_000_000

async function clusterAsk(urls: readonly string[], database: string, work: string, cases: number) {
  const doors = urls.map((url) => openClickDoor({ urls: [url], user: 'default', password: '', database: '' }))
  const batches = await filled(doors, database, cases)
  const queries = clickQueries({ doors, database, batches: async () => accepted(batches), work }, LIMITS)
  const ask: Ask = async (name) => {
    const centers = centersOf().map((center) => id<CenterId>(center))
    const sets = DATA_SETS.map((set) => set.name)
    return valueOf(await queries.query(TENANT, askedFor(asked(name, {}).sql, sets, { centers, maxRows: MOST })))
  }
  const close = async () => {
    queries.close()
    await Promise.all(doors.map(async (door) => door.close()))
  }
  return { name: `${doors.length} ${doors.length === 1 ? 'shard' : 'shards'}`, ask, close }
}

async function filled(doors: readonly ClickDoor[], database: string, cases: number): Promise<readonly ClickBatch[]> {
  const counts = new Map<string, number[]>()
  for (const [shard, door] of doors.entries()) {
    done(await door.command(`CREATE DATABASE ${database}`, { database: '' }))
    for (const table of clickTables(null)) done(await door.command(table, { database }))
    await fillShard(door, { database, tenantId: TENANT, cases, shard, shards: doors.length })
    const sql = 'SELECT batch, count() AS n FROM service_cases GROUP BY batch'
    for (const [batch, n] of done(await door.ask(sql, { database })).rows) {
      const of = counts.get(String(batch)) ?? doors.map(() => 0)
      of[shard] = Number(n)
      counts.set(String(batch), of)
    }
  }
  return [...counts].map(([batch, records]) => ({ dataSet: 'service_cases', batch, records }))
}
