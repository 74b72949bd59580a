import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clickShard } from '../../src/adapters/clickhouse/click-cluster.ts'
import { openClickDoor, type ClickDoor } from '../../src/adapters/clickhouse/click-door.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { LINE, PERIOD } from '../detections/detection-case.ts'
import { testTables } from '../detections/tables.ts'
import { askedFor } from '../fixtures/kept-records.ts'
import { startClickHouse, type ClickHouseCluster } from './engines/clickhouse-server.ts'
import { done, loadedRecords, type LoadedRecords } from './loaded-records.ts'

const DISTRICT = id<TenantId>('district')
const DATABASE = 'killed'

/** Servers of its own, because it kills them. */
let servers: ClickHouseCluster
let doors: readonly ClickDoor[]
let cluster: LoadedRecords
beforeAll(async () => {
  servers = await startClickHouse(2)
  doors = servers.shards.map(({ url }) => openClickDoor({ url, user: 'default', password: '', database: '' }))
  cluster = await loadedRecords(
    doors.map((door) => clickShard([door])),
    DATABASE,
  )
  const articles = Array.from({ length: 40 }, (_, at) => ({
    center_id: `c${at % 4}`,
    title: `第 ${at} 篇`,
    submitted_on: `2021-0${1 + (at % 9)}-10`,
  }))
  await cluster.load(new Map([[DISTRICT, testTables({ articles }, { line: LINE, centers: [], ...PERIOD })]]))
})
afterAll(async () => {
  await cluster.leave()
  await servers.stop()
})

const CENTERS = ['c0', 'c1', 'c2', 'c3'].map((one) => id<never>(one))

async function query(sql: string, signal: AbortSignal | null = null) {
  return cluster.queries.query(DISTRICT, askedFor(sql, ['articles'], { centers: CENTERS, signal }))
}

/** Which may be answered again as it was. */
async function again(sql: string) {
  return cluster.queries.query(DISTRICT, askedFor(sql, ['articles'], { centers: CENTERS, mayBeKept: true }))
}

const SHORT = 'SELECT center_id, COUNT(*) AS articles FROM articles GROUP BY center_id'
/** What no shard alone can say, so that the rows are fetched. */
const ACROSS = 'SELECT COUNT(*) AS articles FROM articles'
/** Pairs of pairs of days in each center: long enough to be killed in. */
const LONG = `
  SELECT center_id, MIN(n) AS n FROM (
    SELECT k.center_id AS center_id, k.n + d.weekday AS n FROM (
      SELECT j.center_id AS center_id, j.n + d.weekday AS n FROM (
        SELECT a.center_id AS center_id, d.weekday AS n FROM articles AS a CROSS JOIN days AS d
      ) AS j CROSS JOIN days AS d
    ) AS k CROSS JOIN days AS d
  ) AS pairs GROUP BY center_id`

describe('a shard that is gone', () => {
  test.each<[title: string, sql: string]>([
    ['before a query', SHORT],
    ['before rows are fetched', ACROSS],
  ])('%s is named, and when it is back the answer is whole', async (_title, sql) => {
    const whole = await query(sql)
    expect(whole.ok).toBe(true)
    expect(await again(sql)).toEqual(whole)
    expect(await again(sql)).toMatchObject({ ok: true, value: { isKept: true } })
    await servers.shards[1]?.kill()
    const refused = await query(sql)
    expect(await again(sql)).toEqual(refused)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'shard-unreachable' } })
    expect(JSON.stringify(refused)).toContain(doors[1]?.place)
    await servers.shards[1]?.start()
    expect(await query(sql)).toEqual(whole)
  })

  test('within a query is named, and when it is back the answer is whole', async () => {
    const whole = await query(SHORT)
    const leaving = new AbortController()
    const running = query(LONG, leaving.signal)
    await expect
      .poll(
        async () =>
          done((await doors[1]?.ask(`SELECT query FROM system.processes WHERE query LIKE '%pairs%'`)) ?? fail()).rows
            .length,
        {
          interval: 20,
        },
      )
      .toBeGreaterThan(1)
    await servers.shards[1]?.kill()
    const refused = await running
    leaving.abort()
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'shard-unreachable' } })
    expect(JSON.stringify(refused)).toContain(doors[1]?.place)
    await servers.shards[1]?.start()
    expect(await query(SHORT)).toEqual(whole)
  })
})

describe('what a text may not say without a cluster, it may not say on one', () => {
  test.each<[sql: string, code: string]>([
    [`SELECT a FROM url('http://127.0.0.1:1/', CSV, 'a String')`, 'query-refused'],
    [`SELECT a FROM file('x', CSV, 'a String')`, 'query-refused'],
    [`SELECT title FROM remote('127.0.0.1', ${DATABASE}, articles)`, 'query-refused'],
    [`SELECT title FROM ${DATABASE}.articles`, 'query-refused'],
    ['SELECT name FROM system.tables', 'query-refused'],
    ['SELECT query FROM system.processes', 'query-refused'],
    ['SELECT tenant_id FROM articles', 'query-refused'],
    ['SELECT title FROM articles SETTINGS max_memory_usage = 0', 'query-refused'],
    ["SELECT title FROM articles INTO OUTFILE '/tmp/x'", 'query-refused'],
    ['SELECT title FROM articles; DROP TABLE articles', 'query-refused'],
    ['SELECT sleep(3) AS a', 'query-refused'],
    ['SELECT nothing FROM articles', 'query-refused'],
    ['SELECT title + 1 AS a FROM articles', 'query-failed'],
    // Here one text to its end; where a backslash hides the quote after it, a condition that always holds.
    [`SELECT title FROM articles WHERE title = 'a\\'' OR 1 = 1 --'`, 'none'],
  ])('%s', async (sql, code) => {
    const answer = await query(sql)
    expect(answer.ok ? 'none' : answer.refusal.code).toBe(code)
    if (answer.ok) expect(answer.value.rows).toEqual([])
  })
})

/** Last, because it leaves the shard so. */
test('a shard that came back with less is named, and nothing is answered', async () => {
  const door = doors[1]
  if (door === undefined) throw new Error('no second shard')
  expect(await again(SHORT)).toMatchObject({ ok: true })
  // A query over other days is in a database of its own, so that what the shard holds is counted again.
  const other = askedFor(SHORT, ['articles'], { centers: CENTERS, to: LINE.days[40]?.day ?? PERIOD.to })
  done(await door.command(`ALTER TABLE ${DATABASE}.articles DROP PARTITION '2021-01'`))
  expect(await cluster.queries.query(DISTRICT, other)).toMatchObject({
    ok: false,
    refusal: { code: 'shard-incomplete' },
  })
  expect(await query(ACROSS)).toMatchObject({ ok: false, refusal: { code: 'shard-incomplete' } })
  // What was counted before it was started anew is counted again, although its views are there.
  await servers.shards[1]?.kill()
  await servers.shards[1]?.start()
  for (const ask of [query, again])
    expect(await ask(SHORT)).toMatchObject({ ok: false, refusal: { code: 'shard-incomplete' } })
})

function fail(): never {
  throw new Error('no second shard')
}
