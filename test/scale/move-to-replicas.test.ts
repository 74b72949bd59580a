import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openClickRecords } from '../../src/adapters/clickhouse/open-click-records.ts'
import { CATALOG_MIGRATIONS } from '../../src/adapters/records/catalog-migrations.ts'
import { openRecordStore, type OpenRecords } from '../../src/adapters/records/open-record-store.ts'
import { openSqliteSql } from '../../src/adapters/sqlite/sqlite-sql.ts'
import { runHere } from '../cli/run-here.ts'
import { laterAnswer } from '../conformance/later-fields.ts'
import { digestOf, here, imported, importing, rating } from '../conformance/record-samples.ts'
import { valued } from '../conformance/valued.ts'
import { dataFolder } from '../fixtures/data-folder.ts'
import { manyRatingsFile } from '../fixtures/many-rating-rows.ts'
import { laterFile, LATER_PROFILE, nextEdition } from '../fixtures/next-edition.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { startReplicated, type ReplicatedCluster } from './engines/clickhouse-server.ts'
import { told } from './opened-cluster.ts'

const home = mkdtempSync(join(tmpdir(), 'mingheng-to-replicas-'))
const folder = join(home, 'data')
const database = 'moved'
let cluster: ReplicatedCluster | null = null
let back = () => undefined as void
afterEach(() => back())
afterAll(async () => {
  rmSync(home, { recursive: true, force: true })
  await cluster?.stop()
})

async function openOn(shards: readonly string[]): Promise<OpenRecords> {
  const own = { folder: join(folder, 'records'), memoryMegabytes: 300, threads: 2 }
  if (shards.length === 0)
    return valueOf(await openRecordStore({ ...own, catalogFile: join(folder, 'records.sqlite') }))
  const catalog = valueOf(openSqliteSql(join(folder, 'records.sqlite'), CATALOG_MIGRATIONS))
  const addresses = shards.map((shard) => ({ urls: shard.split('|'), user: 'default', password: '', database }))
  const store = valueOf(await openClickRecords({ ...own, catalog, turns: null, shards: addresses, database }))
  return {
    ...store,
    close: () => {
      store.close()
      void catalog.close()
    },
  }
}

async function move(from: readonly string[], to: readonly string[]): Promise<void> {
  writeFileSync(
    join(folder, 'mingheng.json'),
    JSON.stringify({
      recordDatabase: database,
      recordMemoryMegabytes: 300,
      ...(from.length > 0 && { recordShards: from }),
    }),
  )
  const place = to.length === 0 ? 'folder' : to.join(',')
  const moved = await runHere(['move-records', '--data', folder, '--to', place])
  expect(moved).toMatchObject({ code: 0, error: '', output: expect.stringContaining('每个文件的摘要前后相同') })
  writeFileSync(
    join(folder, 'mingheng.json'),
    JSON.stringify({
      recordDatabase: database,
      recordMemoryMegabytes: 300,
      ...(to.length > 0 && { recordShards: to }),
    }),
  )
  const check = await runHere(['check', '--data', folder])
  expect(check).toMatchObject({
    code: 0,
    output: expect.stringMatching(to.length > 0 ? /业务记录.*个批次/ : /业务记录/),
  })
}

/** `replicas.test.ts` has what a shard of replicas does otherwise; this starts five servers, and is of the night (`vitest.scale.config.ts`). */
test('records go from a folder to replicas, to two shards of them, and back, and get a field on all of them on the way', async () => {
  cluster = await startReplicated(2, 2)
  const [first = '', second = ''] = cluster.shards.map((replicas) => replicas.map(({ url }) => url).join('|'))
  await (await dataFolder(folder)).close()
  const held = await openOn([])
  await imported(held.records, manyRatingsFile({ from: 0, count: 400, changedEvery: 0 }))
  await imported(held.records, manyRatingsFile({ from: 300, count: 300, changedEvery: 3 }))
  const digest = await digestOf(held.records)
  held.close()
  await move([], [first])
  rmSync(join(folder, 'records', here), { recursive: true })
  await move([first], [first, second])
  const counts = await Promise.all(
    cluster.shards.map(async (replicas) =>
      Promise.all(replicas.map(async ({ url }) => told(url, 'SELECT count() FROM ratings', database))),
    ),
  )
  for (const [one, other] of counts) expect(one).toBe(other)
  expect(counts.reduce((sum, [one]) => sum + Number(one), 0)).toBe(600)

  ;({ back } = nextEdition())
  rmSync(join(folder, 'records', here), { recursive: true, force: true })
  const next = await openOn([first, second])
  expect(await digestOf(next.records)).toBe(digest)
  expect((await laterAnswer(next.records)).every((row) => row.slice(1).every((value) => value === null))).toBe(true)
  expect(await valued(next.records.versions(here, 'ratings', 'city/N300'))).toHaveLength(2)
  for (const { url } of cluster.shards.flat())
    expect(await told(url, 'SELECT count(sms_number) FROM ratings_replaced', database)).toBe('0')
  const [, replica] = cluster.shards[0] ?? []
  await replica?.loseDisk()
  await replica?.start()
  const later = laterFile([rating('Z9', { 中心: '盈浦街道', 首评: '4', 短信编号: 'S7' })])
  const isImported = async () => (await importing(next.records, later, { profile: LATER_PROFILE })).ok
  await expect.poll(isImported, { timeout: 60_000, interval: 500 }).toBe(true)
  const now = await digestOf(next.records)
  expect(await told(replica?.url ?? '', 'SELECT count(sms_number) FROM ratings', database)).toBe('1')
  next.close()
  await move([first, second], [first])
  await move([first], [])
  const last = await openOn([])
  expect(await digestOf(last.records)).toBe(now)
  last.close()
})
