import { beforeAll, expect, test } from 'vitest'
import { PERIOD } from '../../../test/detections/detection-case.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/detections/tables.ts'
import { askedFor } from '../../../test/fixtures/kept-records.ts'
import { id } from '../../core/kernel/identifiers.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import { viewOf } from '../records/tables-for-query.ts'
import { partedQuery } from './query-parts.ts'

const dataSets: readonly DataSetName[] = DATA_SETS.map(({ name }) => name)

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  for (const name of dataSets) await database.connection.run(viewOf(name, []))
  return () => database.connection.closeSync()
})

const COUNT = 'SELECT center_id, month, COUNT(*) AS n FROM articles GROUP BY center_id, month'
const NOTHING = 'SELECT month, NULL AS x, submitted_on AS d FROM articles'

test.each<[title: string, sql: string, rest: string | null]>([
  [
    'what each shard knows of its centers is taken out',
    `SELECT v.month AS m, SUM(v.n) AS n FROM (${COUNT}) v GROUP BY v.month`,
    'SELECT v.month AS m, SUM(v.n) AS n FROM (SELECT "center_id", "month", "n" FROM fetched_1) v GROUP BY v.month',
  ],
  ['within a text between dollars there is no query', `SELECT $$(${COUNT})$$ AS t FROM articles`, null],
  ['nor within one with a quote behind a backslash', String.raw`SELECT E'\'(${COUNT})' AS t FROM articles`, null],
  ['nor within a name', `SELECT month AS "(${COUNT})" FROM articles`, null],
  [
    'what is nothing but NULL goes with a day, which no column of a table does',
    `SELECT COALESCE(v.x, v.d) AS d FROM (${NOTHING}) v GROUP BY COALESCE(v.x, v.d)`,
    null,
  ],
])('%s', async (_title, sql, rest) => {
  const toProve = { dataSets, centers: ['a', 'b'], rows: () => 1_000, from: PERIOD.from, to: PERIOD.to }
  const made = await partedQuery(database.connection, askedFor(sql, dataSets, { centers: [id('a')] }), toProve)
  expect(made?.sql ?? null).toBe(rest)
})
