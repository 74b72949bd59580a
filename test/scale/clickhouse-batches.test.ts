import { inject, expect, test } from 'vitest'
import { postgresTurns } from '../../src/adapters/clickhouse/record-turns.ts'
import { openClickRecords } from '../../src/adapters/clickhouse/open-click-records.ts'
import { catalogBatches } from '../../src/adapters/records/catalog-batches.ts'
import { CATALOG_MIGRATIONS } from '../../src/adapters/records/catalog-migrations.ts'
import { openRecordStore } from '../../src/adapters/records/open-record-store.ts'
import type { Postgres } from '../../src/adapters/postgres/open-postgres.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import {
  asked,
  digestOf,
  here,
  imported,
  rating,
  ratingsFile,
  stampOf,
  UNWATCHED,
} from '../conformance/record-samples.ts'
import { valued } from '../conformance/valued.ts'
import { manyRatingsFile } from '../fixtures/many-rating-rows.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { openedClusters, told, type OpenedCluster } from './opened-cluster.ts'
import { openedPostgres } from './opened-postgres.ts'

const { root, open, newDatabase } = openedClusters()
const postgres = openedPostgres()
/** For tests that count only what their own catalog lists. */
const shared = newDatabase()
const HELD = { from: 0, count: 1_200, changedEvery: 0 }
const NEXT = { from: 600, count: 1_200, changedEvery: 3 }

test('what is held has the digest that it has in files, and so has what a node without files makes of it', async () => {
  const [own, files] = [await open({ database: shared }), await inFiles()]
  for (const some of [HELD, NEXT]) {
    await imported(own.store.records, manyRatingsFile(some))
    await imported(files.records, manyRatingsFile(some))
    expect(await digestOf(own.store.records)).toBe(await digestOf(files.records))
  }
  const bare = await open({ ...own, folder: `${root}/bare` })
  const strange = ratingsFile([
    rating('N3', { 文字: '引号"、逗号,\\N 和\n换行 \\t', 次数: '9' }),
    rating('Z1', { 文字: '\\N', 工单: "';--" }),
  ])
  expect(await imported(bare.store.records, strange)).toMatchObject({ added: 1, corrected: 1 })
  await imported(files.records, strange)
  expect(await digestOf(bare.store.records)).toBe(await digestOf(files.records))
  for (const key of ['city/N3', 'city/Z1', 'city/N900'])
    expect(await valued(own.store.records.versions(here, 'ratings', key))).toEqual(
      await valued(files.records.versions(here, 'ratings', key)),
    )
  files.close()
})

test('what is imported of one day is written to its month and to no other', async () => {
  const own = await open()
  await imported(own.store.records, manyRatingsFile(HELD))
  const [batches, rows] = [await batchesOf(own), await rowsByMonth(own)]
  await imported(own.store.records, ratingsFile([rating('D1', { 评价时间: '2021-02-09 10:00:00' })]))
  expect((await batchesOf(own)).map((batch, at) => batch === batches[at])).toEqual([true, false, true])
  const after = await rowsByMonth(own)
  expect(after).toEqual({ ...rows, '2021-02': 2 * (rows['2021-02'] ?? 0) + 1 })
})

test('what was replaced, and what an import left behind, is swept after the time and nothing else', async () => {
  const own = await open()
  await imported(own.store.records, manyRatingsFile(HELD))
  const stop = new AbortController()
  let puts = 0
  const stopped = await own.store.records.importFile(here, asked(manyRatingsFile(NEXT)), stampOf(), {
    signal: stop.signal,
    onProgress: ({ step, done }) => {
      if (step === 'writing' && done === 0) puts += 1
      if (puts === 2 && done > 0) stop.abort()
    },
  })
  expect(stopped).toMatchObject({ refusal: { code: 'import-stopped' } })
  await imported(own.store.records, manyRatingsFile(NEXT))
  const [digest, held] = [await digestOf(own.store.records), await heldRows(own)]
  expect(await allRows(own)).toBeGreaterThan(held)
  await valued(own.store.records.sweep(here, timestamp('2021-05-01T09:30:00+08:00')))
  expect(await allRows(own)).toBeGreaterThan(held)
  await valued(own.store.records.sweep(here, timestamp('2021-05-02T09:30:00+08:00')))
  expect(await allRows(own)).toBe(held)
  expect(await digestOf(own.store.records)).toBe(digest)
  expect(await valued(own.store.records.versions(here, 'ratings', 'city/N600'))).toHaveLength(2)
})

test('a shard that has lost rows is named when they are needed', async () => {
  const own = await open()
  await imported(own.store.records, manyRatingsFile(HELD))
  const [url = ''] = inject('clickHouseUrls')
  await told(url, 'TRUNCATE TABLE ratings', own.database)
  const bare = await open({ ...own, folder: `${root}/lost` })
  const before = await digestOf(own.store.records)
  const refused = await bare.store.records.importFile(here, asked(manyRatingsFile(NEXT)), stampOf(), UNWATCHED)
  expect(refused).toMatchObject({
    refusal: { code: 'shard-incomplete', message: expect.stringContaining(new URL(url).host) },
  })
  expect(await digestOf(own.store.records)).toBe(before)
})

test('records spread over another number of shards are not opened', async () => {
  const { catalog, database, store } = await open({ database: shared })
  await imported(store.records, ratingsFile([rating('R1')]))
  const refused = await openClickRecords({
    folder: `${root}/one`,
    catalog,
    turns: null,
    shards: inject('clickHouseUrls')
      .slice(1)
      .map((url) => ({ urls: [url], user: 'default', password: '', database })),
    database,
    memoryMegabytes: 300,
    threads: 1,
  })
  expect(refused).toMatchObject({ refusal: { message: expect.stringContaining('recordShards') } })
})

test('of two nodes that import at once one is told to wait, and nothing is lost or doubled', async () => {
  const [one, other] = await twoNodes()
  const outcomes = await Promise.all(
    [one, other].map(async ({ store }, at) =>
      store.records.importFile(here, asked(manyRatingsFile({ ...HELD, from: 600 * at })), stampOf(), UNWATCHED),
    ),
  )
  expect(outcomes.filter(({ ok }) => !ok)).toMatchObject([{ refusal: { code: 'store-busy' } }])
  for (const at of [0, 1]) await imported(one.store.records, manyRatingsFile({ ...HELD, from: 600 * at }))
  expect((await valued(other.store.records.holdings(here))).sets[0]?.records).toBe(1_800)
  expect(await heldRows(other)).toBe(1_800)
})

test('a node that loses its turn while it imports changes nothing', async () => {
  const [one, , server] = await twoNodes()
  await imported(one.store.records, manyRatingsFile(HELD))
  const before = await digestOf(one.store.records)
  let ending: Promise<void> | undefined
  const refused = await one.store.records.importFile(here, asked(manyRatingsFile(NEXT)), stampOf(), {
    signal: null,
    onProgress: ({ step }) => {
      if (step === 'reading') ending ??= endLocks(server)
    },
  })
  await ending
  expect(refused).toMatchObject({ refusal: { code: 'store-unreachable' } })
  expect(await digestOf(one.store.records)).toBe(before)
  expect(await imported(one.store.records, manyRatingsFile(NEXT))).toMatchObject({ rows: 1_200 })
})

/** Of one database and one catalog, each with a folder of its own. */
async function twoNodes(): Promise<[OpenedCluster, OpenedCluster, Postgres]> {
  const server = await postgres.open(postgres.newSchema())
  const catalog = valueOf(await server.store('records', CATALOG_MIGRATIONS))
  const node = async () => open({ catalog, database: shared, turns: postgresTurns(server) })
  return [await node(), await node(), server]
}

/** Of these records alone: servers of other files hold theirs on the same PostgreSQL. */
async function endLocks({ pool }: Postgres): Promise<void> {
  const ended = await pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
       AND objid::bigint = hashtext(current_schema() || ' records ' || $1)::bigint & 4294967295`,
    [here],
  )
  expect(ended.rowCount).toBe(1)
}

async function inFiles() {
  const at = `${root}/files-${Date.now()}`
  return valued(openRecordStore({ folder: at, catalogFile: `${at}.sqlite`, memoryMegabytes: 300, threads: 2 }))
}

async function batchesOf({ catalog }: Pick<OpenedCluster, 'catalog'>): Promise<readonly string[]> {
  return (await valued(catalogBatches(catalog).current(here))).map(({ batch }) => batch)
}

async function heldRows({ catalog, database }: OpenedCluster): Promise<number> {
  const ids = (await batchesOf({ catalog })).map((id) => `'${id}'`).join(', ')
  return sum(`SELECT count() FROM ratings WHERE batch IN (${ids})`, database)
}

async function allRows({ database }: OpenedCluster): Promise<number> {
  return sum('SELECT count() FROM ratings', database)
}

async function sum(sql: string, database: string): Promise<number> {
  const counts = await Promise.all(inject('clickHouseUrls').map(async (url) => told(url, sql, database)))
  return counts.reduce((all, count) => all + Number(count), 0)
}

async function rowsByMonth({ database }: OpenedCluster): Promise<Readonly<Record<string, number>>> {
  const months: Record<string, number> = {}
  for (const url of inject('clickHouseUrls'))
    for (const line of (await told(url, 'SELECT month, count() FROM ratings GROUP BY month', database)).split('\n')) {
      const [month = '', rows] = line.split('\t')
      months[month] = (months[month] ?? 0) + Number(rows)
    }
  return months
}
