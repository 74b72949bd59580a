import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { runSelect } from '../../src/adapters/records/run-select.ts'
import type { QueryAnswer } from '../../src/app/ports/record-store.ts'
import { id, type CenterId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { LINE, PERIOD } from '../detections/detection-case.ts'
import { openTestDatabase, putTables, testTables, type TestDatabase, type TestTable } from '../detections/tables.ts'
import { askedFor } from '../fixtures/kept-records.ts'
import { doorsTo, loadedRecords, type LoadedRecords } from './loaded-records.ts'
import { randomSelect } from './random-queries.ts'
import { recordsOf } from './random-records.ts'

/** `RUNS=1000 SEED=7` looks further than CI does. */
const RUNS = Number(process.env['RUNS'] ?? 100)
const SEED = Number(process.env['SEED'] ?? 20_210_301)
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

let districts: readonly District[]
let cluster: LoadedRecords
beforeAll(async () => {
  districts = await Promise.all(
    DISTRICTS.map(async (centers, at): Promise<District> => {
      const [records = {}] = fc.sample(recordsOf(centers), { seed: SEED + at, numRuns: 1 })
      const tables = testTables(records, { line: LINE, centers, from: PERIOD.from, to: PERIOD.to })
      const duckDb = await openTestDatabase()
      await putTables(duckDb, tables)
      return { tenantId: id(`d${at}`), centers: centers.map((center) => id<CenterId>(center)), tables, duckDb }
    }),
  )
  cluster = await loadedRecords(doorsTo(inject('clickHouseUrls')), `meaning_${process.pid}`)
  await cluster.load(new Map(districts.map(({ tenantId, tables }) => [tenantId, tables])))
})
afterAll(async () => {
  await cluster.leave()
  for (const { duckDb } of districts) duckDb.connection.closeSync()
})

test(`${RUNS} queries mean on two shards what they mean to DuckDB`, async () => {
  const seen = { shards: 0, fetched: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...districts.keys()), randomSelect, async (at, sql) => {
      const district = districts[at]
      if (district === undefined) throw new Error('no district')
      cluster.fetched().splice(0)
      const answer = await cluster.queries.query(
        district.tenantId,
        askedFor(sql, ALL_SETS, { centers: district.centers, maxRows: MOST }),
      )
      const due = await byDuckDb(district, sql)
      if (!answer.ok) {
        seen.refused += 1
        // What the vetting does not let through, DuckDB might answer.
        if (answer.refusal.code !== 'query-refused') expect(due).toBe('refused')
        return
      }
      seen[cluster.fetched().length > 0 ? 'fetched' : 'shards'] += 1
      expect(answer.value).toEqual(due)
    }),
    { seed: SEED, numRuns: RUNS },
  )
  // Otherwise it would say nothing of the shards.
  expect(seen.shards).toBeGreaterThan(RUNS / 5)
  expect(seen.refused).toBeLessThan(RUNS / 3)
})

async function byDuckDb({ duckDb }: District, sql: string): Promise<QueryAnswer | 'refused'> {
  try {
    const answer = await runSelect(duckDb.connection, sql, MOST)
    return answer.ok ? answer.value : 'refused'
  } catch {
    return 'refused'
  }
}
