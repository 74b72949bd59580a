import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportProgress } from '../../src/app/ports/record-store.ts'
import { catalogBatches } from '../../src/adapters/records/catalog-batches.ts'
import { asked, digestOf, here, stampOf, UNWATCHED } from '../conformance/record-samples.ts'
import { valued } from '../conformance/valued.ts'
import { manyRatingsFile } from '../fixtures/many-rating-rows.ts'
import { startClickHouse, type ClickHouseCluster, type ClickHouseShard } from './engines/clickhouse-server.ts'
import { openedClusters, told, type OpenedCluster } from './opened-cluster.ts'

const HELD = { from: 0, count: 3_000, changedEvery: 0 }
/** Half of it is held already, and a third of that is changed: months are written anew, and versions replaced. */
const NEXT = { from: 1_500, count: 3_000, changedEvery: 3 }

const { open, newDatabase } = openedClusters()

/** One for all: what another test has put there is in no catalog of this one. */
const database = newDatabase()
let cluster: ClickHouseCluster
let digests: { readonly before: string; readonly after: string }

beforeAll(async () => {
  cluster = await startClickHouse(2)
  const whole = await prepared()
  const before = await digestOf(whole.store.records)
  await valued(whole.store.records.importFile(here, asked(manyRatingsFile(NEXT)), stampOf(), UNWATCHED))
  digests = { before, after: await digestOf(whole.store.records) }
})
afterAll(async () => cluster.stop())

test.each<[when: string, isThen: (seen: readonly ImportProgress[]) => boolean]>([
  ['before it begins', () => true],
  ['while the file is read', (seen) => seen.at(-1)?.step === 'reading'],
  ['while it is compared', (seen) => seen.at(-1)?.step === 'comparing'],
  ['when the first month is put there', (seen) => puts(seen) === 1],
  ['between two months', (seen) => puts(seen) === 3],
])(
  'a shard is killed %s: nothing of the import holds, the shard is named, and it can be done again',
  async (_title, isThen) => {
    const own = await prepared()
    const shard = second()
    const seen: ImportProgress[] = []
    const outcome = await own.store.records.importFile(here, asked(manyRatingsFile(NEXT)), stampOf(), {
      signal: null,
      onProgress: (progress) => {
        seen.push(progress)
        if (isThen(seen)) void shard.kill()
      },
    })
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: 'shard-unreachable', message: expect.stringContaining(`127.0.0.1:${shard.port}`) },
    })
    await shard.kill()
    expect(await digestOf(own.store.records)).toBe(digests.before)
    expect(await valued(own.store.records.imports(here))).toHaveLength(1)
    await shard.start()
    await expectOnlyHeld(own)
    await again(own)
  },
)

test.each([10, 100, 400])(
  'a shard is killed %i ms after rows are on their way: the catalog says what holds, and that is what is there',
  async (milliseconds) => {
    const own = await prepared()
    const shard = second()
    const killing: Promise<void>[] = []
    const outcome = await own.store.records.importFile(here, asked(manyRatingsFile(NEXT)), stampOf(), {
      signal: null,
      onProgress: ({ step, done }) => {
        if (step === 'writing' && done === 0 && killing.length === 0)
          killing.push(new Promise((resolve) => setTimeout(() => resolve(shard.kill()), milliseconds)))
      },
    })
    await Promise.all(killing)
    expect(await digestOf(own.store.records)).toBe(outcome.ok ? digests.after : digests.before)
    await shard.start()
    await expectOnlyHeld(own)
    await again(own)
  },
)

/** A store that holds something already. */
async function prepared(): Promise<OpenedCluster> {
  const own = await open({ database, urls: cluster.shards.map(({ url }) => url) })
  await valued(own.store.records.importFile(here, asked(manyRatingsFile(HELD)), stampOf(), UNWATCHED))
  return own
}

async function again(own: OpenedCluster): Promise<void> {
  await valued(own.store.records.importFile(here, asked(manyRatingsFile(NEXT)), stampOf(), UNWATCHED))
  expect(await digestOf(own.store.records)).toBe(digests.after)
  await expectOnlyHeld(own)
}

/** On every shard, of every batch that holds, as many rows as the catalog says, and no record twice. */
async function expectOnlyHeld({ store, catalog }: OpenedCluster): Promise<void> {
  const batches = await valued(catalogBatches(catalog).current(here))
  const ids = batches.map(({ batch }) => `'${batch}'`).join(', ')
  let all = 0
  for (const [at, { url }] of cluster.shards.entries()) {
    const sql = `SELECT count(), uniqExact(record_id) FROM ratings WHERE batch IN (${ids})`
    const expected = batches.reduce((sum, { records }) => sum + (records[at] ?? 0), 0)
    expect(await told(url, sql, database)).toBe(`${expected}\t${expected}`)
    expect(expected).toBeGreaterThan(0)
    all += expected
  }
  expect((await valued(store.records.holdings(here))).sets[0]?.records).toBe(all)
}

function second(): ClickHouseShard {
  const shard = cluster.shards[1]
  if (shard === undefined) throw new Error('no second shard')
  return shard
}

/** How often it was told that a month is about to be put on the shards: after all were written here. */
function puts(seen: readonly ImportProgress[]): number {
  const starts = seen.flatMap(({ step, done }, at) => (step === 'writing' && done === 0 ? [at] : []))
  return starts.length < 2 ? 0 : seen.length - (starts[1] ?? 0)
}
