import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { clickShard } from '../../src/adapters/clickhouse/click-cluster.ts'
import { runSelect } from '../../src/adapters/records/run-select.ts'
import type { QueryAnswer } from '../../src/app/ports/record-store.ts'
import { id, type CenterId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { LINE, PERIOD } from '../detections/detection-case.ts'
import { openTestDatabase, putTables, testTables, type TestDatabase, type TestTable } from '../detections/tables.ts'
import { askedFor } from '../fixtures/kept-records.ts'
import { nextEdition } from '../fixtures/next-edition.ts'
import { openChdbDoor } from './engines/chdb-door.ts'
import { loadedRecords, shardsAt, type LoadedRecords } from './loaded-records.ts'
import { ODD_QUERIES } from './odd-queries.ts'
import { randomSelect } from './random-queries.ts'
import { recordsOf } from './random-records.ts'

/** `RUNS=5000 SEED=7` looks further than CI does. */
const RUNS = Number(process.env['RUNS'] ?? 60)
/** Milliseconds: a query takes a fraction of a second on all engines, and several times that on a busy machine. */
const PATIENCE = 180_000 + RUNS * 3_000
const FIRST_SEED = 20_210_301
const SEED = Number(process.env['SEED'] ?? FIRST_SEED)
const MOST = 100_000
const ALL_SETS = DATA_SETS.map(({ name }) => name)

/** Some whose shards share the centers, and one where a center bears a slash. */
const DISTRICTS = [
  ['a', 'b', 'c', 'd'],
  ['a', 'b', 'a/b', '张'],
  ['a', "b'c", 'e', 'f'],
]

interface District {
  readonly tenantId: TenantId
  readonly centers: readonly CenterId[]
  readonly tables: readonly TestTable[]
  readonly duckDb: TestDatabase
}

interface Engine {
  readonly name: string
  readonly cluster: LoadedRecords
  readonly seen: { shards: number; fetched: number; refused: number }
}

let districts: readonly District[]
let engines: readonly Engine[]
beforeAll(async () => {
  districts = await Promise.all(
    DISTRICTS.map(async (centers, at): Promise<District> => {
      // What is written down of the odd ones holds of the first district as it always is.
      const seed = at === 0 ? FIRST_SEED : SEED + at
      const [records = {}] = fc.sample(recordsOf(centers), { seed, numRuns: 1 })
      const tables = testTables(records, { line: LINE, centers, from: PERIOD.from, to: PERIOD.to })
      const duckDb = await openTestDatabase()
      await putTables(duckDb, tables)
      return { tenantId: id(`d${at}`), centers: centers.map((center) => id<CenterId>(center)), tables, duckDb }
    }),
  )
  const clusters = [
    ['two shards of ClickHouse 18.16', shardsAt(inject('clickHouseUrls'))],
    ['a current ClickHouse', [clickShard([openChdbDoor()])]],
  ] as const
  engines = await Promise.all(
    clusters.map(async ([name, own]): Promise<Engine> => {
      const cluster = await loadedRecords(own, `meaning_${process.pid}`)
      await cluster.load(new Map(districts.map(({ tenantId, tables }) => [tenantId, tables])))
      return { name, cluster, seen: { shards: 0, fetched: 0, refused: 0 } }
    }),
  )
})
afterAll(async () => {
  for (const { cluster } of engines) await cluster.leave()
  for (const { duckDb } of districts) duckDb.connection.closeSync()
})

test.each(ODD_QUERIES)('%s: %s', async (how, sql) => {
  const [district] = districts
  if (district === undefined) throw new Error('no district')
  const due = await byDuckDb(district, sql)
  for (const engine of engines) {
    const { fetched, refused } = engine.seen
    await expectSame(engine, district, sql, due)
    const answeredBy = engine.seen.refused > refused ? 'refused' : engine.seen.fetched > fetched ? 'fetched' : 'shards'
    expect(answeredBy, engine.name).toBe(how)
  }
})

test(
  `${RUNS} queries mean on every engine what they mean to DuckDB`,
  async () => {
    for (const { seen } of engines) Object.assign(seen, { shards: 0, fetched: 0, refused: 0 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...districts.keys()), randomSelect, async (at, sql) => {
        const district = districts[at]
        if (district === undefined) throw new Error('no district')
        const due = await byDuckDb(district, sql)
        for (const engine of engines) await expectSame(engine, district, sql, due)
      }),
      { seed: SEED, numRuns: RUNS },
    )
    // Otherwise it would say nothing of the shards.
    for (const { name, seen } of engines) {
      expect(seen.shards, name).toBeGreaterThan(RUNS / 6)
      expect(seen.refused, name).toBeLessThan(RUNS / 3)
    }
  },
  PATIENCE,
)

test('a field that came later is empty in what is there, on every engine', async () => {
  const [district] = districts
  if (district === undefined) throw new Error('no district')
  const held = district.tables.find(({ name }) => name === 'ratings')?.rows.length
  const { back } = nextEdition()
  const sql = 'SELECT COUNT(*) AS n, COUNT(sms_number) AS s, COUNT(asked_at_seconds) AS a FROM ratings'
  try {
    for (const { name, cluster } of engines) {
      const asking = askedFor(sql, ['ratings'], { centers: district.centers })
      expect(await cluster.queries.query(district.tenantId, asking), name).toMatchObject({
        value: { rows: [[held, 0, 0]] },
      })
    }
  } finally {
    back()
  }
})

async function expectSame(
  { name, cluster, seen }: Engine,
  { tenantId, centers }: District,
  sql: string,
  due: QueryAnswer | 'refused',
): Promise<void> {
  cluster.fetched().splice(0)
  const answer = await cluster.queries.query(tenantId, askedFor(sql, ALL_SETS, { centers, maxRows: MOST }))
  if (!answer.ok) {
    seen.refused += 1
    // What the vetting does not let through, DuckDB might answer.
    if (answer.refusal.code !== 'query-refused') expect(due, name).toBe('refused')
    return
  }
  seen[cluster.fetched().length > 0 ? 'fetched' : 'shards'] += 1
  expect(answer.value, name).toEqual(due)
}

async function byDuckDb({ duckDb }: District, sql: string): Promise<QueryAnswer | 'refused'> {
  try {
    const answer = await runSelect(duckDb.connection, sql, MOST)
    return answer.ok ? answer.value : 'refused'
  } catch {
    return 'refused'
  }
}
