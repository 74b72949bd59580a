import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { readConfiguration } from '../../src/main/configuration.ts'
import { openStores } from '../../src/main/open-stores.ts'
import type { Stores } from '../../src/main/stores.ts'
import {
  asked,
  here,
  imported,
  lineOf,
  rating,
  ratingsFile,
  stampOf,
  UNWATCHED,
} from '../conformance/record-samples.ts'
import { valued } from '../conformance/valued.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { id, type CenterId } from '../../src/core/kernel/identifiers.ts'
import { told } from './opened-cluster.ts'
import { openedPostgres } from './opened-postgres.ts'

const postgres = openedPostgres()
const root = mkdtempSync(join(tmpdir(), 'mingheng-served-'))
const [schema, database] = [postgres.newSchema(), `served_${process.pid}`]
const opened: Stores[] = []
afterAll(async () => {
  for (const stores of opened) await stores.close()
  await postgres.open(schema)
  for (const url of inject('clickHouseUrls')) await told(url, `DROP DATABASE IF EXISTS ${database}`)
  rmSync(root, { recursive: true })
})

/** A node as its settings make it. */
async function node(name: string, shards = inject('clickHouseUrls')): Promise<Stores> {
  const read = readConfiguration(
    {
      MINGHENG_DATA_FOLDER: join(root, name),
      MINGHENG_DATABASE_URL: inject('postgresUrl'),
      MINGHENG_DATABASE_SCHEMA: schema,
      MINGHENG_RECORD_SHARDS: shards.join(','),
      MINGHENG_RECORD_DATABASE: database,
      MINGHENG_RECORD_MEMORY_MEGABYTES: '300',
    },
    () => null,
  )
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const stores = await valued(openStores(read.value))
  opened.push(stores)
  return stores
}

test('what one node imports, another one asks of every shard, record by record and by SQL', async () => {
  const [one, other] = [await node('one'), await node('other')]
  const three = [rating('R1'), rating('R2', { 中心: '盈浦街道' }), rating('R3', { 评价时间: '2021-04-02 10:00:00' })]
  await imported(one.records.records, ratingsFile(three))
  const question = {
    sql: 'SELECT center_id, count(*) AS n, min(rated_at) AS first_at FROM ratings GROUP BY center_id',
    dataSets: ['ratings'] as const,
    centers: ['xiayang', 'yingpu'].map((center) => id<CenterId>(center)),
    line: lineOf('standard'),
    from: plainDate('2021-01-01'),
    to: plainDate('2021-12-31'),
    maxRows: 10,
    signal: null,
  }
  expect((await valued(other.records.records.query(here, question))).rows).toEqual([
    ['xiayang', 2, '2021-03-01 09:30:00'],
    ['yingpu', 1, '2021-03-01 09:30:00'],
  ])
  await imported(other.records.records, ratingsFile([rating('R2', { 中心: '盈浦街道', 次数: '2' })]))
  expect(await valued(one.records.records.versions(here, 'ratings', 'city/R2'))).toMatchObject([
    { version: 1, attempt: 1 },
    { version: 2, attempt: 2 },
  ])
  expect((await valued(one.records.records.query(here, question))).rows).toHaveLength(2)
})

test('a node starts although a shard is down, and names it when it is needed', async () => {
  const [first = ''] = inject('clickHouseUrls')
  const alone = await node('alone', [first, 'http://127.0.0.1:9'])
  const refused = await alone.records.records.importFile(here, asked(ratingsFile([rating('S1')])), stampOf(), UNWATCHED)
  expect(refused).toMatchObject({
    refusal: { code: 'shard-unreachable', message: expect.stringContaining('127.0.0.1:9') },
  })
  expect((await valued(alone.records.records.holdings(here))).sets).toMatchObject([{ records: 3 }])
})
