import { DuckDBInstance } from '@duckdb/node-api'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { clickShard } from '../../../src/adapters/clickhouse/click-cluster.ts'
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
import { asked, LINE, PERIOD } from '../../detections/detection-case.ts'
import { putTables, testTables } from '../../detections/tables.ts'
import { askedFor } from '../../fixtures/kept-records.ts'
import type { ClickHouseShard } from '../engines/clickhouse-server.ts'
import { done } from '../loaded-records.ts'
import { casesMade, centersOf, fillDuckDb, fillShards } from './made-cases.ts'

const LIMITS = { memoryMegabytes: 1_500, threads: 2, seconds: 600 }
const TENANT = id<TenantId>('city')

type Ask = (name: string) => Promise<Kept<QueryAnswer>>

/** One way to hold the cases. */
export interface Peer {
  readonly name: string
  /** As the sizing file calls it. */
  readonly figure: string
  readonly ask: Ask
  readonly bytes: number
  readonly fillSeconds: number
  /** Of the hungriest server; null where it is this process. */
  readonly peak: () => number | null
  /** Of its own; none where it is this process. */
  readonly servers: readonly ClickHouseShard[]
  readonly close: () => Promise<void>
}

export async function duckDbPeer(folder: string, cases: number): Promise<Peer> {
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
  return {
    name: 'DuckDB',
    figure: 'duckdb',
    ask,
    bytes: statSync(file).size,
    fillSeconds,
    peak: () => null,
    servers: [],
    close,
  }
}

const MOST = 2_000_000

async function secondsOf(work: Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work
  return (performance.now() - start) / 1_000
}

export async function clusterPeer(
  servers: readonly ClickHouseShard[],
  { figure, folder, cases }: { readonly figure: string; readonly folder: string; readonly cases: number },
): Promise<Peer> {
  const doors = servers.map(({ url }) => openClickDoor({ url, user: 'default', password: '', database: '' }))
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
  const queries = clickQueries(
    { shards: doors.map((door) => clickShard([door])), database, batches: async () => accepted(batches), work },
    LIMITS,
  )
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
    servers,
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

/** The same shards, each with a processor of its own: from the first on, so that the two have one each where there are two. */
export function onOneProcessorEach(peers: readonly Peer[]): readonly Peer[] {
  const clusters = peers.filter(({ servers }) => servers.length > 0)
  for (const { servers } of clusters) for (const [processor, server] of servers.entries()) server.onlyOn(processor)
  return clusters.map((peer) => ({ ...peer, name: `${peer.name} of one processor`, figure: `${peer.figure}Alone` }))
}
