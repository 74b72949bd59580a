import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openClickShard } from '../../src/adapters/clickhouse/click-cluster.ts'
import { shardsPlace } from '../../src/adapters/districts/shards-place.ts'
import { catalogBatches } from '../../src/adapters/records/catalog-batches.ts'
import { openCatalog } from '../../src/adapters/records/catalog.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { ImportProgress } from '../../src/app/ports/record-store.ts'
import { asked, digestOf, here, imported, importing, stampOf, there } from '../conformance/record-samples.ts'
import { recordStoreConformance } from '../conformance/record-store.ts'
import { valued } from '../conformance/valued.ts'
import { askedFor } from '../fixtures/kept-records.ts'
import { manyRatingsFile } from '../fixtures/many-rating-rows.ts'
import { startReplicated, type ClickHouseShard, type ReplicatedCluster } from './engines/clickhouse-server.ts'
import { openedClusters, told, type OpenedCluster } from './opened-cluster.ts'

const HELD = { from: 0, count: 1_200, changedEvery: 0 }
/** Half of it is held already, and a third of that is changed: months are written anew, and versions replaced. */
const NEXT = { from: 600, count: 1_200, changedEvery: 3 }

const { open, newDatabase } = openedClusters()
/** One for all: what another test has put there is in no catalog of this one. */
const database = newDatabase()
let cluster: ReplicatedCluster
let digests: { readonly before: string; readonly after: string }

beforeAll(async () => {
  cluster = await startReplicated(1, 2)
  const whole = await prepared()
  const before = await digestOf(whole.store.records)
  await imported(whole.store.records, manyRatingsFile(NEXT))
  digests = { before, after: await digestOf(whole.store.records) }
})
afterAll(async () => cluster.stop())

/** What a store of records does is looked at on two shards (`clickhouse-records.test.ts`); here at night, and what replicas add always. */
if (process.env['NIGHTLY'])
  describe('records on a shard of two replicas', () =>
    recordStoreConformance(async () => (await open({ database, urls: addresses() })).store.records))

describe('an import needs more than half of the replicas: of two, both', () => {
  test('before which one has gone is refused and names it; queries go on, and it can be done when it is back', async () => {
    const own = await prepared()
    const answer = await answerOf(own)
    const [one] = replicas()
    await one.kill()
    expect(await importing(own.store.records, manyRatingsFile(NEXT))).toMatchObject(refusal('replicas-too-few', one))
    expect(await answerOf(own)).toEqual(answer)
    expect(await valued(own.store.records.versions(here, 'ratings', 'city/N0'))).toHaveLength(1)
    await one.start()
    await again(own)
  })

  test.each<[which: string, at: 0 | 1]>([
    ['that takes the rows', 0],
    ['that fetches them', 1],
  ])('the replica %s is killed between two months: nothing of the import holds', async (_which, at) => {
    const own = await prepared()
    const server = replicas()[at]
    const seen: ImportProgress[] = []
    const outcome = await own.store.records.importFile(here, asked(manyRatingsFile(NEXT)), stampOf(), {
      signal: null,
      onProgress: (progress) => {
        seen.push(progress)
        if (puts(seen) === 3) void server.kill()
      },
    })
    await server.kill()
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining(`127.0.0.1:${server.port}`) },
    })
    expect(await digestOf(own.store.records)).toBe(digests.before)
    await server.start()
    await expectOnlyHeld(own)
    await again(own)
  })

  test('while ZooKeeper is gone is refused and says so; queries go on, and it can be done when it is back', async () => {
    const own = await prepared()
    await cluster.zooKeeper.kill()
    expect(await importing(own.store.records, manyRatingsFile(NEXT))).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('ZooKeeper') },
    })
    expect(await digestOf(own.store.records)).toBe(digests.before)
    // Nobody has asked it of these records yet, so that views are made, too.
    expect((await answerOf(own)).rows).toEqual([
      ['xiayang', 720, 1],
      ['yingpu', 480, 1],
    ])
    await cluster.zooKeeper.start()
    await again(own)
  })
})

describe('a query', () => {
  test('in which a replica is killed is answered whole by the other', async () => {
    const own = await open({ database, urls: addresses(), memoryMegabytes: 1_500 })
    await imported(own.store.records, manyRatingsFile({ ...HELD, count: 120 }))
    const [one] = replicas()
    const answer = own.store.records.query(here, question(SLOW))
    await expect.poll(async () => told(one.url, RUNNING), { ...LONG, interval: 5 }).not.toBe('0')
    await one.kill()
    expect((await valued(answer)).rows).toEqual([
      ['xiayang', 2],
      ['yingpu', 2],
    ])
    await one.start()
  })

  test('passes over a replica that has not caught up, and gives no answer where only that one is left', async () => {
    const both = await prepared()
    const [one, other] = replicas()
    await told(other.url, `SYSTEM STOP FETCHES ${database}.ratings`)
    const behind = await open({ ...both, urls: addresses([other, one]), folder: `${both.folder}-behind` })
    // Whoever takes a replica out of the configuration goes on with the others.
    const without = await open({ ...both, urls: addresses([one]), folder: `${both.folder}-without` })
    await imported(without.store.records, manyRatingsFile(NEXT))
    const answer = await answerOf(without)
    expect(await answerOf(behind)).toEqual(answer)
    expect(await valued(behind.store.records.versions(here, 'ratings', 'city/N600'))).toHaveLength(2)
    await one.kill()
    expect(await ask(behind)).toMatchObject(refusal('shard-incomplete', other))
    expect(await ask(behind)).toMatchObject(refusal('shard-incomplete', one))
    expect(await behind.store.records.versions(here, 'ratings', 'city/N600')).toMatchObject(
      refusal('shard-incomplete', other),
    )
    await one.start()
    await told(other.url, `SYSTEM START FETCHES ${database}.ratings`)
    // By itself it tries again after ten seconds; where there is something new, at once.
    await told(one.url, `INSERT INTO ratings (tenant_id, batch) VALUES ('nobody', 'none')`, database)
    const alone = await open({ ...both, urls: addresses([other]), folder: `${both.folder}-alone` })
    await expect.poll(async () => ask(alone), LONG).toMatchObject({ ok: true, value: answer })
    await expectOnlyHeld(both, digests.after)
  })
})

test('what was replaced is swept from both replicas, and nothing is forgotten while one is down', async () => {
  const own = await prepared()
  await imported(own.store.records, manyRatingsFile(NEXT))
  const before = timestamp('2021-05-02T09:30:00+08:00')
  const left = async () => valued(catalogBatches(own.catalog).left(here, before, addresses().length))
  const ids = (await left()).map(({ id }) => `'${id}'`).join(', ')
  expect(ids).not.toBe('')
  const [one] = replicas()
  await one.kill()
  expect(await own.store.records.sweep(here, before)).toMatchObject(refusal('store-unreachable', one))
  await one.start()
  await expect.poll(async () => (await own.store.records.sweep(here, before)).ok, LONG).toBe(true)
  expect(await left()).toEqual([])
  for (const { url } of replicas())
    expect(await told(url, `SELECT count() FROM ratings WHERE batch IN (${ids})`, database)).toBe('0')
  await expectOnlyHeld(own, digests.after)
})

test('a district is removed from both replicas', async () => {
  const own = await prepared()
  await imported(own.store.records, manyRatingsFile(HELD), {}, there)
  const shards = addresses().map((one) =>
    openClickShard({ urls: one.split('|'), user: 'default', password: '', database }),
  )
  const catalog = openCatalog(own.catalog)
  const batches = catalogBatches(own.catalog)
  const place = shardsPlace({ cluster: { shards, database }, catalog, batches, memoryMegabytes: 300, threads: 1 })
  const removal = { tenantId: there, name: '', by: '', at: timestamp('2021-05-02T09:30:00+08:00'), exportDigest: null }
  expect(await valued(place.remove(removal))).toEqual({ 'shards/ratings': expect.any(Number) })
  for (const { url } of replicas())
    expect(await told(url, `SELECT count() FROM ratings WHERE tenant_id = '${there}'`, database)).toBe('0')
  await expectOnlyHeld(own)
  for (const replica of shards.flatMap((shard) => shard.replicas)) await replica.close()
})

test('servers that are no replicas of each other are named before anything is written', async () => {
  const [one, other] = replicas()
  const twice = [`${one.url}|${one.url.replace('127.0.0.1', 'localhost')}`]
  for (const [urls, word] of [
    [twice, '宏 replica'],
    [[...addresses(), ...addresses()], '另一分片'],
  ] as const) {
    const wrong = await open({ urls })
    expect(await importing(wrong.store.records, manyRatingsFile(HELD))).toMatchObject({
      ok: false,
      refusal: { code: 'replicas-wrong', message: expect.stringContaining(word) },
    })
  }
  const alone = await open({ urls: [one.url] })
  await imported(alone.store.records, manyRatingsFile(HELD))
  const grown = await open({ ...alone, urls: addresses([one, other]), folder: `${alone.folder}-grown` })
  expect(await importing(grown.store.records, manyRatingsFile(NEXT))).toMatchObject({
    ok: false,
    refusal: { code: 'replicas-wrong', message: expect.stringContaining('ReplicatedMergeTree') },
  })
})

/** Last, because it leaves one of them killed. */
test('a replica without its disk gets its tables with the next import, and all rows from the other', async () => {
  const own = await prepared()
  const [one, other] = replicas()
  const answer = await answerOf(own)
  await one.loseDisk()
  await one.start()
  expect(await answerOf(own)).toEqual(answer)
  await again(own)
  const after = await answerOf(own)
  await other.kill()
  await expect.poll(async () => ask(own), LONG).toMatchObject({ ok: true, value: after })
})

const LONG = { timeout: 60_000, interval: 50 }

function replicas(): readonly [ClickHouseShard, ClickHouseShard] {
  const [one, other] = cluster.shards[0] ?? []
  return one && other ? [one, other] : fail()
}

/** Of the only shard. */
function addresses(servers: readonly ClickHouseShard[] = replicas()): readonly string[] {
  return [servers.map(({ url }) => url).join('|')]
}

/** A store that holds something already. */
async function prepared(): Promise<OpenedCluster> {
  const own = await open({ database, urls: addresses() })
  await imported(own.store.records, manyRatingsFile(HELD))
  return own
}

function refusal(code: string, { port }: ClickHouseShard) {
  return { ok: false, refusal: { code, message: expect.stringContaining(`127.0.0.1:${port}`) } }
}

const SHORT = 'SELECT center_id, COUNT(*) AS n, COUNT(DISTINCT attempt) AS attempts FROM ratings GROUP BY center_id'
/** Pairs of days beside each rating: long enough to be killed in. */
const SLOW = `
  SELECT center_id, MIN(n) AS pairs FROM (
    SELECT j.center_id AS center_id, j.n + d.weekday AS n FROM (
      SELECT a.center_id AS center_id, d.weekday AS n FROM ratings AS a CROSS JOIN days AS d
    ) AS j CROSS JOIN days AS d
  ) AS many GROUP BY center_id`
const RUNNING = `SELECT count() FROM system.processes WHERE query LIKE '%AS pairs%' AND query NOT LIKE '%system%'`

function question(sql: string) {
  return askedFor(sql, ['ratings'], { centers: ['xiayang', 'yingpu'].map((one) => one as never) })
}

async function ask({ store }: Pick<OpenedCluster, 'store'>) {
  return store.records.query(here, question(SHORT))
}

async function answerOf(own: Pick<OpenedCluster, 'store'>) {
  return valued(ask(own))
}

/** A replica that was just started takes rows some seconds later. */
async function again(own: OpenedCluster): Promise<void> {
  await expect.poll(async () => (await importing(own.store.records, manyRatingsFile(NEXT))).ok, LONG).toBe(true)
  await expectOnlyHeld(own, digests.after)
}

/** On every replica, of every batch that holds, as many rows as the catalog says, and no record twice. */
async function expectOnlyHeld({ store, catalog }: OpenedCluster, digest: string | null = null): Promise<void> {
  if (digest !== null) expect(await digestOf(store.records)).toBe(digest)
  const batches = await valued(catalogBatches(catalog).current(here))
  const ids = batches.map(({ batch }) => `'${batch}'`).join(', ')
  const due = batches.reduce((sum, { records }) => sum + (records[0] ?? 0), 0)
  expect((await valued(store.records.holdings(here))).sets[0]?.records).toBe(due)
  const sql = `SELECT count(), uniqExact(record_id) FROM ratings WHERE batch IN (${ids})`
  for (const { url } of replicas()) await expect.poll(async () => told(url, sql, database), LONG).toBe(`${due}\t${due}`)
}

/** How often it was told that a month is about to be put on the shards: after all were written here. */
function puts(seen: readonly ImportProgress[]): number {
  const starts = seen.flatMap(({ step, done }, at) => (step === 'writing' && done === 0 ? [at] : []))
  return starts.length < 2 ? 0 : seen.length - (starts[1] ?? 0)
}

function fail(): never {
  throw new Error('no such server')
}
