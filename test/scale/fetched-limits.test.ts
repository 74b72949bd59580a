import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { id, type CenterId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { LINE, PERIOD } from '../detections/detection-case.ts'
import { testTables } from '../detections/tables.ts'
import { askedFor } from '../fixtures/kept-records.ts'
import { loadedRecords, shardsAt, type LoadedRecords } from './loaded-records.ts'

const ALL_SETS = DATA_SETS.map(({ name }) => name)
const CENTERS = ['a', 'b', 'c', 'd']
const CLASSES = CENTERS.flatMap((center_id) =>
  ['2021-01-05', '2021-02-05', '2021-03-05'].map((held_on) => ({ center_id, held_on, attendees: 1 })),
)
const DISTRICT = id<TenantId>('district')

let cluster: LoadedRecords
beforeAll(async () => {
  const given = { line: LINE, centers: CENTERS, from: PERIOD.from, to: PERIOD.to }
  cluster = await loadedRecords(shardsAt(inject('clickHouseUrls')), `fetching_${process.pid}`, { fetchedRows: 11 })
  await cluster.load(new Map([[DISTRICT, testTables({ weekly_classes: CLASSES }, given)]]))
})
afterAll(async () => cluster.leave())

/** No shard knows of a month how many classes there were: of twelve no more than eleven may be fetched. */
test.each<[title: string, sql: string, answer: unknown, downloads: number]>([
  [
    'all records would travel: refused before any does',
    'SELECT month AS m, COUNT(*) AS n FROM weekly_classes GROUP BY month',
    'query-fetches-too-many',
    0,
  ],
  [
    'what each shard knows of its centers travels',
    `SELECT v.month AS m, SUM(v.n) AS n FROM (SELECT center_id, month, COUNT(*) AS n FROM weekly_classes WHERE month < '2021-03' GROUP BY center_id, month) v GROUP BY v.month`,
    [
      ['2021-01', 4],
      ['2021-02', 4],
    ],
    2,
  ],
  [
    'a month that is asked for travels, and no other',
    `SELECT COUNT(*) AS n FROM (SELECT record_id FROM weekly_classes WHERE month = '2021-03') v`,
    [[4]],
    2,
  ],
  [
    'a part that is larger than may be fetched',
    'SELECT v.month AS m, COUNT(*) AS n FROM (SELECT t.month, u.record_id FROM weekly_classes t JOIN weekly_classes u ON u.center_id = t.center_id) v GROUP BY v.month',
    'query-fetches-too-many',
    1,
  ],
])('%s', async (_title, sql, answer, downloads) => {
  cluster.fetched().splice(0)
  const centers = CENTERS.map((one) => id<CenterId>(one))
  const given = await cluster.queries.query(DISTRICT, askedFor(sql, ALL_SETS, { centers }))
  expect(given.ok ? given.value.rows : given.refusal.code).toEqual(answer)
  expect(cluster.fetched()).toHaveLength(downloads)
})
