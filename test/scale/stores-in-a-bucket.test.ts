import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { systemClock } from '../../src/adapters/clock/system-clock.ts'
import { inMemory } from '../../src/adapters/objects/object-bucket.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { Configuration } from '../../src/main/configuration-keys.ts'
import { readConfiguration } from '../../src/main/configuration.ts'
import { openStores } from '../../src/main/open-stores.ts'
import { readinessOf } from '../../src/main/readiness-of.ts'
import { addFile, contentOf, pngOf, uploadId } from '../conformance/evidence-samples.ts'
import { errorsOf } from '../conformance/record-corrections.ts'
import {
  asked,
  imported,
  rating,
  ratingsFile,
  refusedFile,
  stampOf,
  textFile,
  UNWATCHED,
} from '../conformance/record-samples.ts'
import { valued } from '../conformance/valued.ts'
import { openedClusters } from './opened-cluster.ts'
import { bucketSettings, openedObjects } from './opened-objects.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newBucket, newRegister, node } = openedObjects()
const { newDatabase } = openedClusters()
const { newSchema, open } = openedPostgres()
const root = mkdtempSync(join(tmpdir(), 'mingheng-in-a-bucket-'))
afterAll(() => rmSync(root, { recursive: true }))

function configured(environment: Readonly<Record<string, string>>): Configuration {
  const read = readConfiguration({ MINGHENG_RESERVE_MEGABYTES: '1', ...environment }, () => null)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

async function opened(configuration: Configuration) {
  const stores = await openStores(configuration)
  if (!stores.ok) throw new Error(stores.refusal.message)
  return stores.value
}

const east = id<TenantId>('east')
const notReady = async (configuration: Configuration, stores: Awaited<ReturnType<typeof opened>>) =>
  (await readinessOf(configuration, stores)()).filter(({ isReady }) => !isReady).map(({ name }) => name)

test('what one node takes, another one has, and nothing of it lies in their folders', async () => {
  const schema = newSchema()
  await open(schema)
  const shared = {
    ...bucketSettings(await newBucket()),
    MINGHENG_DATABASE_URL: inject('postgresUrl'),
    MINGHENG_DATABASE_SCHEMA: schema,
  }
  const [here, there] = [join(root, 'here'), join(root, 'there')]
  const configuration = configured({ ...shared, MINGHENG_DATA_FOLDER: here })
  const [one, other] = [await opened(configuration), await opened({ ...configuration, dataFolder: there })]
  const photo = pngOf('a photo')
  const { digest } = await addFile(one.evidence, east, 'upload-1', photo)
  expect(await contentOf(other.evidence, east, digest)).toEqual(photo)
  expect(await notReady(configuration, one)).toEqual([])
  expect(await other.evidence.sweep(east, systemClock.now())).toMatchObject({ ok: true, value: 1 })
  for (const stores of [one, other]) await stores.close()
  for (const folder of [here, there])
    expect(readdirSync(folder).filter((name) => /evidence|record-files|uploads/.test(name))).toEqual([])
})

test('one node counts uploads in its own folder, and goes on where it stood', async () => {
  const configuration = configured({ ...bucketSettings(await newBucket()), MINGHENG_DATA_FOLDER: join(root, 'alone') })
  const first = await opened(configuration)
  const { digest } = await addFile(first.evidence, east, 'upload-1', pngOf('a photo'))
  await first.close()
  const again = await opened(configuration)
  expect(await again.evidence.finish(east, uploadId('upload-1'))).toMatchObject({ ok: true, value: { digest } })
  await again.close()
})

test('a server starts without its bucket, and says what is not ready', async () => {
  const configuration = configured({
    ...bucketSettings(await newBucket()),
    MINGHENG_OBJECT_STORE_URL: 'http://127.0.0.1:1',
    MINGHENG_DATA_FOLDER: join(root, 'without'),
  })
  const stores = await opened(configuration)
  expect(await notReady(configuration, stores)).toEqual(['对象存储'])
  await stores.close()
})

test('what one node refuses, another one hands out, takes corrected, and sweeps', async () => {
  const schema = newSchema()
  await open(schema)
  const address = await newBucket()
  const { bucket } = node(address, newRegister(), 'records')
  const lying = async () => (await bucket.list('east/records/refused/', null, 10)).objects.map(({ key }) => key)
  const configuration = configured({
    ...bucketSettings(address),
    MINGHENG_DATABASE_URL: inject('postgresUrl'),
    MINGHENG_DATABASE_SCHEMA: schema,
    MINGHENG_DATA_FOLDER: join(root, 'refusing'),
    MINGHENG_RECORD_SHARDS: inject('clickHouseUrls').join(','),
    MINGHENG_RECORD_DATABASE: newDatabase(),
    MINGHENG_RECORD_MEMORY_MEGABYTES: '300',
  })
  const taking = join(root, 'taking')
  const [one, other] = [await opened(configuration), await opened({ ...configuration, dataFolder: taking })]
  const [refusing, taker] = [one.records.records, other.records.records]
  const file = ratingsFile([rating('R1'), rating('R2', { 评价时间: '2021-13-01 10:00:00' })])
  const first = await refusedFile(refusing, file)
  expect((await lying()).map((key) => key.slice(key.lastIndexOf('/') + 1))).toEqual([
    'about.json',
    'errors.csv',
    'rows.parquet',
  ])
  expect(
    readdirSync(join(root, 'refusing', 'records'), { recursive: true }).filter((name) => /errors/.test(String(name))),
  ).toEqual([])
  const errors = await errorsOf(taker, first.importId)
  expect(errors).toContain('2021-13-01')
  const corrected = textFile(errors.replace("'2021-13-01", "'2021-12-01"))
  expect(await imported(taker, corrected)).toMatchObject({ rows: 2, added: 2 })
  expect(await valued(refusing.errors(east, first.importId))).toBeNull()
  expect(await lying()).toEqual([])

  await refusedFile(refusing, file)
  await bucket.put('east/records/refused/stray/errors.csv', inMemory(Buffer.from('of a node that was killed')))
  expect(await valued(taker.sweep(east, timestamp('2021-01-01T00:00:00+08:00')))).toBe(0)
  expect(await lying()).toHaveLength(4)
  expect(await valued(taker.sweep(east, timestamp('2090-01-01T00:00:00+08:00')))).toBe(1)
  expect(await lying()).toEqual([])
  for (const stores of [one, other]) await stores.close()
})

test('an import with faults says what keeps its error file from the bucket, and is not there', async () => {
  const configuration = configured({
    ...bucketSettings(await newBucket()),
    MINGHENG_OBJECT_STORE_URL: 'http://127.0.0.1:1',
    MINGHENG_DATA_FOLDER: join(root, 'unkept'),
  })
  const stores = await opened(configuration)
  const { records } = stores.records
  const wrong = ratingsFile([rating('R1', { 评价时间: '2021-13-01 10:00:00' })])
  const stamp = stampOf()
  expect(await records.importFile(east, asked(wrong), stamp, UNWATCHED)).toMatchObject({
    refusal: { code: 'store-unreachable', message: expect.stringContaining('127.0.0.1:1') },
  })
  expect(await valued(records.imports(east))).toEqual([])
  await stores.close()
})
