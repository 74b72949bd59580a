import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, inject, test } from 'vitest'
import { checkBatches } from '../../src/adapters/clickhouse/check-batches.ts'
import { openClickShard } from '../../src/adapters/clickhouse/click-cluster.ts'
import { nextEdition } from '../fixtures/next-edition.ts'
import { BEFORE, keepsOldAndNew, losesNothing } from '../conformance/later-fields.ts'
import { digestOf, here, importing, imported, rating, ratingsFile } from '../conformance/record-samples.ts'
import { askedFor } from '../fixtures/kept-records.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { shardsPlace } from '../../src/adapters/districts/shards-place.ts'
import { catalogBatches } from '../../src/adapters/records/catalog-batches.ts'
import { openCatalog } from '../../src/adapters/records/catalog.ts'
import { sealOf } from '../../src/adapters/records/seal-file.ts'
import { openRecordStore } from '../../src/adapters/records/open-record-store.ts'
import { openedClusters, told, type OpenedCluster } from './opened-cluster.ts'

const { root, open } = openedClusters()

let back = () => undefined as void
afterEach(() => back())

/** What the check of a database says of the shards. */
async function found({ catalog, database }: OpenedCluster): Promise<readonly string[]> {
  const shards = inject('clickHouseUrls').map((url) =>
    openClickShard({ urls: [url], user: 'default', password: '', database }),
  )
  const check = valueOf(await checkBatches(catalog, { shards, database }, () => undefined))
  for (const { replicas } of shards) for (const replica of replicas) await replica.close()
  return (check?.damages ?? []).map((damage) => (damage.kind === 'columns' ? damage.detail : damage.kind))
}

test('shards of an earlier version get the columns that are new; old and new answer as in a folder, whoever starts or asks first', async () => {
  const folder = valueOf(
    await openRecordStore({
      folder: join(root, 'folder'),
      catalogFile: join(root, 'folder.sqlite'),
      memoryMegabytes: 300,
      threads: 2,
    }),
  )
  const cluster = await open()
  for (const { records } of [folder, cluster.store]) await imported(records, ratingsFile(BEFORE))
  const digest = await digestOf(folder.records)
  expect(await digestOf(cluster.store.records)).toBe(digest)
  rmSync(join(cluster.folder, here), { recursive: true })
  ;({ back } = nextEdition())
  expect(await found(cluster)).toContainEqual(expect.stringMatching(/ratings 还没有列 sms_number、asked_at、first_sat/))
  // One that was opened before asks first; another one starts.
  expect(valueOf(await count(cluster)).rows).toEqual([[2, 0]])
  const next = await open(cluster)
  expect(await found(cluster)).toEqual([])
  expect(await broughtAsImported(cluster)).toBe(2)
  const [ofShards, ofFolder] = [
    await keepsOldAndNew(next.store.records, digest),
    await keepsOldAndNew(folder.records, digest),
  ]
  expect(ofShards).toBe(ofFolder)
  rmSync(join(cluster.folder, here), { recursive: true })
  expect(await broughtAsImported(cluster)).toBe(4)
  back()
  expect(await found(cluster)).toEqual([])
  await losesNothing((await open(cluster)).store.records)
  folder.close()
})

/** How many files the shards give back byte for byte as imports wrote them. */
async function broughtAsImported({ catalog, database }: OpenedCluster): Promise<number> {
  const shards = inject('clickHouseUrls').map((url) =>
    openClickShard({ urls: [url], user: 'default', password: '', database }),
  )
  const own = openCatalog(catalog)
  const limits = { memoryMegabytes: 300, threads: 2 }
  const place = shardsPlace({
    cluster: { shards, database },
    catalog: own,
    batches: catalogBatches(catalog),
    ...limits,
  })
  const out = mkdtempSync(join(root, 'out-'))
  valueOf(await place.copyOut(here, out))
  for (const { replicas } of shards) for (const replica of replicas) await replica.close()
  const files = valueOf(await own.files(here))
  const seals = await Promise.all(
    files.map(async ({ dataSet, part, month, digest }) =>
      sealOf(join(out, 'records', dataSet, part === 'current' ? month : part, `${digest}.parquet`)),
    ),
  )
  return files.filter(({ digest }, at) => seals[at]?.digest === digest).length
}

test.each<[what: string, change: string, says: RegExp]>([
  ['a type', 'MODIFY COLUMN attempt Nullable(Int64)', /列“attempt”应是 .*Int32.*却是 Nullable\(Int64\)/],
  ['a column that must be there', 'DROP COLUMN channel', /没有列“channel”/],
  ['a column that must be filled', 'ADD COLUMN own Int32', /列“own”（Int32）不是明衡的/],
])('a shard where somebody changed %s is named, and answers and takes nothing', async (_what, change, says) => {
  const cluster = await open()
  await imported(cluster.store.records, ratingsFile(BEFORE))
  const [, second = ''] = inject('clickHouseUrls')
  await told(second, `ALTER TABLE ratings ${change}`, cluster.database)
  const place = new URL(second).host
  const refusal = { code: 'shard-columns-wrong', message: expect.stringMatching(says) }
  const answer = await count(await open(cluster))
  expect(answer).toMatchObject({ refusal })
  expect(answer.ok ? '' : answer.refusal.message).toContain(`“${place}”上的表“${cluster.database}.ratings”`)
  expect(await importing(cluster.store.records, ratingsFile([rating('R9')]))).toMatchObject({ refusal })
  expect(await found(cluster)).toEqual([expect.stringMatching(says)])
})

async function count({ store }: OpenedCluster) {
  const sql = 'SELECT COUNT(*) AS n, COUNT(words) AS m FROM ratings'
  return store.records.query(
    here,
    askedFor(sql, ['ratings'], { centers: ['xiayang', 'yingpu'].map((one) => one as never) }),
  )
}
