import type { DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { clickShard, type ClickShard } from '../../src/adapters/clickhouse/click-cluster.ts'
import { runSelect } from '../../src/adapters/records/run-select.ts'
import type { QueryAnswer } from '../../src/app/ports/record-store.ts'
import { boundRecordsSql } from '../../src/core/detection/bind-parameters.ts'
import { id, type CenterId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { asked, LINE, PERIOD } from '../detections/detection-case.ts'
import { openTestDatabase, putTables, testTables, type TestDatabase } from '../detections/tables.ts'
import { askedFor } from '../fixtures/kept-records.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { openChdbDoor } from './engines/chdb-door.ts'
import { loadedRecords, shardsAt, type LoadedRecords } from './loaded-records.ts'
import { mergedCases } from './merged-cases.ts'

const ALL_SETS = DATA_SETS.map(({ name }) => name)
const DISTRICT = id<TenantId>('district')
const MOST = 100_000
const { records, asked: asks } = mergedCases()
const detections = [...new Set(asks.map(({ detection }) => detection))]

const TABLES = testTables(records, { line: LINE, centers: [], from: PERIOD.from, to: PERIOD.to })

let duckDb: TestDatabase
beforeAll(async () => {
  duckDb = await openTestDatabase()
  await putTables(duckDb, TABLES)
  return () => duckDb.connection.closeSync()
})

/** Every row that is there for any detection, and rows of another district beside them. */
describe.each<[engine: string, shards: () => readonly ClickShard[]]>([
  ['two shards of ClickHouse 18.16', () => shardsAt(inject('clickHouseUrls'))],
  ['a current ClickHouse', () => [clickShard([openChdbDoor()])]],
])('%s answers as DuckDB does', (_engine, shards) => {
  let cluster: LoadedRecords
  beforeAll(async () => {
    cluster = await loadedRecords(shards(), `answers_${process.pid}`)
    await cluster.load(new Map([DISTRICT, id<TenantId>('neighbor')].map((district) => [district, TABLES])))
  })
  afterAll(async () => cluster.leave())

  const ask = async (sql: string, centers: readonly string[]): Promise<QueryAnswer> =>
    valueOf(
      await cluster.queries.query(
        DISTRICT,
        askedFor(sql, ALL_SETS, { centers: centers.map((one) => id<CenterId>(one)), maxRows: MOST }),
      ),
    )

  test.each(detections)('%s', async (name) => {
    cluster.fetched().splice(0)
    for (const { detection, centers, how } of asks.filter((one) => one.detection === name)) {
      const run = asked(detection, how)
      const due = await byDuckDb(duckDb.connection, run.sql, centers)
      expect(await ask(run.sql, centers)).toEqual(due)
      for (const [center, period] of behindMeasures(due)) {
        const sql = boundRecordsSql(run.detection, run.setting, { centerId: center, period })
        if (sql !== null) expect(await ask(sql, centers)).toEqual(await byDuckDb(duckDb.connection, sql, centers))
      }
    }
    expect(cluster.fetched().length > 0).toBe(FETCHED.has(name))
    const travelled = cluster.fetched().flatMap((sql) => /FROM \w+\.(?<set>\w+) WHERE tenant_id/u.exec(sql)?.[1] ?? [])
    expect(new Set(travelled)).toEqual(new Set(FETCHED.get(name)))
  })
})

/**
 * What DuckDB answers, and the data sets of which every record travels for it; of others, parts that the shards have answered. An
 * order and the rating that it came from may name two centers: no shard alone knows. And what a counter did, times what all
 * did, times the seconds of the year may be too large for 64 bits: only their sums travel. All others are proven.
 */
const FETCHED: ReadonlyMap<string, readonly string[]> = new Map([
  ['hotline-complaint-substantiated', ['hotline_orders']],
  ['general-counter-unbalanced', []],
])

/** The first measures of a detection that has numerators: what stands behind them is asked for too. */
function behindMeasures({ columns, rows }: QueryAnswer): readonly (readonly [center: string, period: string])[] {
  const [center, period] = ['center_id', 'period'].map((name) => columns.indexOf(name))
  if (center === undefined || period === undefined || period < 0) return []
  return rows.slice(0, 3).map((row) => [String(row[center]), String(row[period])])
}

async function byDuckDb(connection: DuckDBConnection, sql: string, centers: readonly string[]): Promise<QueryAnswer> {
  const own = TABLES.filter(({ name }) => name === 'centers')
  const rows = centers.map((center) => [center])
  await putTables(
    duckDb,
    own.map((table) => ({ ...table, rows })),
  )
  return valueOf(await runSelect(connection, sql, MOST))
}
