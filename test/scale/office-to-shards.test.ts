import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import type { OpenRecords } from '../../src/adapters/records/open-record-store.ts'
import { readConfiguration } from '../../src/main/configuration.ts'
import { openStores } from '../../src/main/open-stores.ts'
import { readText } from '../../src/main/read-text.ts'
import type { Stores } from '../../src/main/stores.ts'
import { runHere } from '../cli/run-here.ts'
import { digestOf, here, imported, rating, RATINGS, ratingsFile, stampOf } from '../conformance/record-samples.ts'
import { valued } from '../conformance/valued.ts'
import { dataFolder } from '../fixtures/data-folder.ts'
import { manyRatingsFile } from '../fixtures/many-rating-rows.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { told } from './opened-cluster.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newSchema, open } = openedPostgres()
const home = mkdtempSync(join(tmpdir(), 'mingheng-to-shards-'))
const recordDatabase = `to_shards_${process.pid}`
afterAll(async () => {
  rmSync(home, { recursive: true, force: true })
  for (const url of inject('clickHouseUrls')) await told(url, `DROP DATABASE IF EXISTS ${recordDatabase}`)
})

const databaseUrl = inject('postgresUrl')
const [first = '', second = ''] = inject('clickHouseUrls')
const schema = newSchema()

/** As an operator writes it into the data folder. */
function configure(folder: string, more: { readonly databaseUrl?: string; readonly recordShards?: readonly string[] }) {
  const settings = { nodeSilentSeconds: 3, databaseSchema: schema, recordDatabase, recordMemoryMegabytes: 300, ...more }
  writeFileSync(join(folder, 'mingheng.json'), JSON.stringify(settings))
}

/** What a server that is started there finds. */
async function starting(folder: string): ReturnType<typeof openStores> {
  const read = readConfiguration({ MINGHENG_DATA_FOLDER: folder }, readText)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return openStores(read.value)
}

async function run(...given: readonly string[]): Promise<string> {
  const ran = await runHere(given, { databaseUrl })
  expect([ran.error, ran.code]).toEqual(['', 0])
  return ran.output
}

async function heldBy({ records, profiles }: Pick<OpenRecords, 'records' | 'profiles'>): Promise<unknown> {
  const versions = await valued(records.versions(here, 'ratings', 'city/N3'))
  return [await digestOf(records), await valued(records.imports(here)), await valued(profiles.profiles(here)), versions]
}

async function within<Value>(folder: string, work: (stores: Stores) => Promise<Value>): Promise<Value> {
  const stores = valueOf(await starting(folder))
  try {
    return await work(stores)
  } finally {
    await stores.close()
  }
}

/** Of the version before this one kept what nodes know: as it registers, and counts on. */
async function olderNode({ nodes }: Stores) {
  const { pool } = await open(schema)
  await pool.query(
    `INSERT INTO ${schema}.node (node_id, name, version, address, started_at, keeps, beats, beat_at)
     VALUES ('old', 'old', '0.1.0', '10.0.0.1:8640', '2021-03-01T12:00:00+08:00', '', 0, '2021-03-01T12:00:00+08:00')`,
  )
  const counting = setInterval(() => void nodes.beat('old', stampOf().at), 100)
  return {
    leave: async () => {
      clearInterval(counting)
      valueOf(await nodes.forget('old', null))
    },
  }
}

test('an office goes from a folder to PostgreSQL and shards, to more of them, and back, and has all that it had', async () => {
  await open(schema)
  const [data, back] = [join(home, 'data'), join(home, 'back')]
  await (await dataFolder(data)).close()
  configure(data, {})
  const due = await within(data, async ({ records }) => {
    const { by, at } = stampOf()
    await valued(records.profiles.confirm(here, { profile: RATINGS, by, at }))
    await imported(records.records, manyRatingsFile({ from: 0, count: 300, changedEvery: 0 }))
    await imported(records.records, ratingsFile([rating('N3', { 次数: '2' })]))
    return heldBy(records)
  })

  // Before its records are on shards, the office is not taken for one that has them there.
  await run('move', data, 'database', '--schema', schema)
  configure(data, { databaseUrl, recordShards: [first] })
  expect(await starting(data)).toMatchObject({ refusal: { message: expect.stringContaining('move-records') } })
  const postgres = await open(schema)
  await postgres.pool.query(`DROP SCHEMA ${schema} CASCADE`)

  configure(data, {})
  await run('move-records', '--data', data, '--to', first)
  expect(await starting(data)).toMatchObject({ refusal: { message: expect.stringContaining('recordShards') } })
  expect(await run('move', data, 'database', '--schema', schema)).toMatch(/import_profiles +1 +1/)
  configure(data, { databaseUrl })
  expect(await starting(data)).toMatchObject({ refusal: { message: expect.stringContaining('recordShards') } })
  configure(data, { databaseUrl, recordShards: [first] })
  expect(await within(data, async ({ records }) => heldBy(records))).toEqual(due)

  const node = valueOf(await starting(data))
  const old = await olderNode(node)
  const refused = await runHere(['move-records', '--data', data, '--to', `${first},${second}`], { databaseUrl })
  expect(refused).toMatchObject({
    code: 3,
    error: expect.stringMatching(/节点“old”（10\.0\.0\.1:8640，版本 0\.1\.0）/),
  })
  await old.leave()
  await run('move-records', '--data', data, '--to', `${first},${second}`)
  expect(await node.records.records.versions(here, 'ratings', 'city/N3')).toMatchObject({ ok: false })
  await node.close()
  configure(data, { databaseUrl, recordShards: [first, second] })
  expect(await within(data, async ({ records }) => heldBy(records))).toEqual(due)
  expect(await run('check', 'database', '--schema', schema, '--data', data)).toMatch(/301 条；在 2 个分片/)

  await run('move', 'database', back, '--schema', schema, '--data', data)
  configure(back, { recordShards: [first, second] })
  expect(await run('check', '--data', back)).toMatch(/301 条；在 2 个分片/)
  await run('move-records', '--data', back, '--to', 'folder')
  configure(back, {})
  expect(await within(back, async ({ records }) => heldBy(records))).toEqual(due)
  for (const url of [first, second]) expect(await told(url, 'SELECT count() FROM ratings', recordDatabase)).toBe('0')
})
