import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { dropRemoved } from '../../src/adapters/districts/own-folders.ts'
import { removeDistrict as removeFrom } from '../../src/adapters/districts/remove-district.ts'
import { proofFiles } from '../../src/adapters/files/proof-files.ts'
import { objectBucket } from '../../src/adapters/objects/object-bucket.ts'
import type { Postgres } from '../../src/adapters/postgres/open-postgres.ts'
import { changeStanding } from '../../src/app/districts/change-standing.ts'
import { exportDistrict } from '../../src/app/districts/export-district.ts'
import { removeDistrict, type RemoveWish } from '../../src/app/districts/remove-district.ts'
import { liveAssessments } from '../../src/app/office/live-assessments.ts'
import { shareChanges } from '../../src/app/office/share-changes.ts'
import { createTenant } from '../../src/app/people/create-tenant.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { refused } from '../../src/core/kernel/outcome.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { readConfiguration } from '../../src/main/configuration.ts'
import { quotaUses } from '../../src/app/districts/read-quotas.ts'
import { evidenceNow } from '../../src/app/evidence/evidence-room.ts'
import { officeDistricts } from '../../src/main/office-districts.ts'
import { officePeople } from '../../src/main/office-people.ts'
import { officePlaces } from '../../src/main/office-places.ts'
import { openStores } from '../../src/main/open-stores.ts'
import type { Stores } from '../../src/main/stores.ts'
import { runHere } from '../cli/run-here.ts'
import { asked, rating, ratingsFile, stampOf, UNWATCHED } from '../conformance/record-samples.ts'
import { SECRET, twoDistricts } from '../districts/two-districts.ts'
import { kept } from '../fixtures/acting-office.ts'
import { told } from './opened-cluster.ts'
import { bucketSettings, openedObjects } from './opened-objects.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newSchema, open } = openedPostgres()
const { newBucket } = openedObjects()
const root = mkdtempSync(join(tmpdir(), 'mingheng-district-leaves-'))
const [data, out] = [join(root, 'data'), join(root, 'out')]
const [schema, clock] = [newSchema(), setClock(timestamp('2022-02-01T09:00:00+08:00'))]
const [leaving, staying] = [id<TenantId>('d1'), id<TenantId>('d2')]
const ledger = id<never>('a2021')
const half = () => inject('clickHouseUrls')[0] ?? ''

let environment: Record<string, string>
let options: Awaited<ReturnType<typeof newBucket>>
let postgres: Postgres
/** A node that is at work on the same servers all the while. */
let node: Stores

beforeAll(async () => {
  options = await newBucket()
  environment = {
    ...bucketSettings(options),
    MINGHENG_DATABASE_URL: inject('postgresUrl'),
    MINGHENG_DATABASE_SCHEMA: schema,
    MINGHENG_RECORD_SHARDS: inject('clickHouseUrls').join(','),
    MINGHENG_RECORD_DATABASE: schema,
    MINGHENG_RECORD_MEMORY_MEGABYTES: '300',
  }
  postgres = await open(schema)
  await twoDistricts(data, configuration())
  node = kept(await openStores({ ...configuration(), dataFolder: join(root, 'node') }))
  const three = [rating('R1'), rating('R2', { 中心: '盈浦街道' }), rating('R3', { 评价时间: '2021-04-02 10:00:00' })]
  for (const tenantId of [leaving, staying])
    for (const rows of [three, [rating('R2', { 中心: '盈浦街道', 次数: '2' })]])
      kept(await node.records.records.importFile(tenantId, asked(ratingsFile(rows)), stampOf(), UNWATCHED))
})
afterAll(async () => {
  await node.close()
  for (const url of inject('clickHouseUrls')) await told(url, `DROP DATABASE IF EXISTS ${schema}`)
  rmSync(root, { recursive: true })
})

function configuration(more: Readonly<Record<string, string>> = {}, usual = environment) {
  const read = readConfiguration({ ...usual, ...more, MINGHENG_DATA_FOLDER: data }, () => null)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

const portsOf = (more: Readonly<Record<string, string>> = {}, usual = environment) => ({
  districts: officeDistricts({ ...usual, ...more }),
  house: { openPeople: (path: string) => officePeople(path, usual) },
  proofFiles,
  digestsBy: nodeDigests,
  clock,
})
const remove = (wish: Partial<RemoveWish> = {}, more: Readonly<Record<string, string>> = {}) =>
  removeDistrict(portsOf(more), { data, tenantId: 'd1', exported: out, confirm: null, by: '王某', ...wish })

/** Every row, object and trigger of the installation, of all districts or of all but the one that leaves. */
async function everything(isWithout: boolean): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const own = (key: string) => isWithout && key.startsWith('d1/')
  const { rows: tables } = await postgres.pool.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  )
  // Nodes come and go, and count on.
  for (const { name } of tables.filter((table) => table.name !== 'node')) {
    const { rows } = await postgres.pool.query<Record<string, unknown>>(`SELECT * FROM "${name}"`)
    const others = rows.filter((row) => !isWithout || row['tenant_id'] !== 'd1')
    found.set(
      `table ${name}`,
      others
        .map((row) => JSON.stringify(row))
        .toSorted()
        .join('\n'),
    )
  }
  const { rows: triggers } = await postgres.pool.query(
    `SELECT tgname, tgenabled, pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
     WHERE relnamespace = current_schema()::regnamespace AND NOT tgisinternal ORDER BY 1`,
  )
  found.set('triggers', JSON.stringify(triggers))
  const bucket = objectBucket(options)
  const { objects } = await bucket.list('', null, 1_000)
  await bucket.close()
  for (const { key, bytes } of objects) if (!own(key)) found.set(`object ${key}`, String(bytes))
  for (const url of inject('clickHouseUrls'))
    for (const table of ['ratings', 'ratings_replaced']) {
      const where = isWithout ? `WHERE tenant_id <> 'd1'` : ''
      const rows = await told(url, `SELECT * FROM ${table} ${where} FORMAT TabSeparated`, schema)
      found.set(`${url} ${table}`, rows.split('\n').toSorted().join('\n'))
    }
  return found
}

test('what a district holds is counted wherever it lies, and nothing of another', async () => {
  const { people, ledgers, evidence, countRecords, close } = kept(await officeDistricts(environment).open(data))
  onTestFinished(close)
  const tenant = kept(await people.tenant(leaving))
  if (tenant === null) throw new Error('no district')
  const room = evidenceNow({ evidence, clock })
  const uses = kept(await quotaUses({ people, ledgers, room, countRecords, clock }, tenant))
  const bytes = kept(await evidence.list(leaving, null, 100)).reduce((sum, file) => sum + file.bytes, 0)
  expect(bytes).toBeGreaterThan(0)
  const held = { people: 1, assessments: 2, evidenceBytes: bytes, records: 3 }
  expect(Object.fromEntries(uses.map(({ name, used }) => [name, used]))).toEqual(held)
  const { MINGHENG_RECORD_SHARDS: _shards, MINGHENG_RECORD_DATABASE: _name, ...others } = environment
  const shardless = kept(await officeDistricts(others).open(data))
  onTestFinished(shardless.close)
  expect(await shardless.countRecords(leaving)).toMatchObject({ refusal: { code: 'store-unreachable' } })
})

test('a district is written out whole while a node is at work: ledgers, rows, evidence and records, and nothing that opens a door', async () => {
  const wish = { data, tenantId: 'd1', target: out, madeAt: clock.now(), program: '0' }
  expect(kept(await exportDistrict(portsOf(), wish))).toMatchObject({ name: 'd1区', ledgers: 2 })
  for (const bundle of readdirSync(join(out, 'ledgers')))
    expect((await runHere(['verify', join(out, 'ledgers', bundle)])).code).toBe(0)
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  expect(texts.join('\n')).not.toContain(SECRET)
  expect(texts.join('\n')).not.toMatch(/"tenant_id":"d2"|d2区/)
  const { rows } = await postgres.pool.query(`SELECT digest FROM record_files WHERE tenant_id = 'd1'`)
  expect(rows.length).toBeGreaterThan(2)
  expect(files.filter(({ name }) => name.endsWith('.parquet'))).toHaveLength(rows.length)
  expect(readdirSync(join(out, 'evidence', 'blobs'), { recursive: true }).join()).toContain('.pdf')
  expect(existsSync(join(out, 'rows', 'database', 'session.jsonl'))).toBe(false)
  const events = readFileSync(join(out, 'rows', 'database', 'events.jsonl'), 'utf8')
    .trim()
    .split('\n')
  const counted = await postgres.pool.query(`SELECT 1 FROM events WHERE tenant_id = 'd1'`)
  expect(events).toHaveLength(counted.rows.length)
})

test.each<[title: string, prepare: () => Promise<Readonly<Record<string, string>>>, code: string]>([
  ['that is in use', async () => ({}), 'tenant-active'],
  [
    'while a node is at work for it',
    async () => {
      await suspended()
      await postgres.pool.query(
        `INSERT INTO node VALUES ('n9', '节点九', '0', '', '', '[]', 1, '');
         INSERT INTO job (tenant_id, place, job_id, kind, by_person, at, about, node_id) VALUES ('d1', 999, 'j9', 'import', 'p1', '', '{}', 'n9')`,
      )
      return {}
    },
    'district-at-work',
  ],
  [
    'while a shard is down',
    async () => {
      await postgres.pool.query(`DELETE FROM job WHERE job_id = 'j9'; DELETE FROM node WHERE node_id = 'n9'`)
      return { MINGHENG_RECORD_SHARDS: [...inject('clickHouseUrls').slice(1), 'http://127.0.0.1:9'].join(',') }
    },
    'shard-unreachable',
  ],
  ['while the bucket is away', async () => ({ MINGHENG_OBJECT_STORE_URL: 'http://127.0.0.1:9' }), 'store-failed'],
  ['from half its shards', async () => ({ MINGHENG_RECORD_SHARDS: half() }), 'store-unreachable'],
])('a district is not removed %s, and nothing has changed', async (_title, prepare, code) => {
  const more = await prepare()
  const before = await everything(false)
  const answer = await remove({ exported: null, confirm: 'd1区' }, more)
  expect(answer).toMatchObject({ refusal: { code } })
  expect(await everything(false)).toEqual(before)
})

async function suspended() {
  kept(await changeStanding({ ...node, clock }, 'd1', { what: 'suspend' }))
}

test('broken off before any place, a removal is done again to its end; what is others’ is as before, and nobody writes any more', async () => {
  rmSync(out, { recursive: true })
  kept(await exportDistrict(portsOf(), { data, tenantId: 'd1', target: out, madeAt: clock.now(), program: '0' }))
  const first = kept(await remove())
  const word = first.step === 'asked' ? first.word : ''
  const exportDigest = first.step === 'asked' ? (first.export?.digest ?? null) : null
  const live = liveAssessments({ ...node.ledger, digester: nodeDigester })
  const unshare = shareChanges(live, node.announcements, (error) => {
    throw error
  })
  const held = kept(await live.look(leaving, ledger))
  const before = await everything(true)

  const removal = { tenantId: leaving, name: 'd1区', by: '王某', at: clock.now(), exportDigest }
  for (let at = 0; at <= 4; at += 1) {
    const opened = kept(await officePlaces(configuration(), 'removing'))
    const broken = async () => refused('broken-off', '')
    const places = opened.places.map((place, place_) => (place_ === at ? { ...place, remove: broken } : place))
    const register = at === opened.places.length ? { ...opened.register, finish: broken } : opened.register
    expect(await removeFrom({ ...opened, places, register }, removal)).toMatchObject({
      refusal: { code: 'broken-off' },
    })
    await opened.close()
    expect(await changeStanding({ ...node, clock }, 'd1', { what: 'resume' })).toMatchObject({
      refusal: { code: 'tenant-removing' },
    })
  }

  expect(kept(await remove({ confirm: word }))).toMatchObject({ step: 'removed' })
  const after = await everything(false)
  for (const [place, rows] of before)
    if (!place.endsWith('removed_tenant')) expect([place, after.get(place)]).toEqual([place, rows])
  expect([...after.keys()].filter((place) => !before.has(place))).toEqual([])
  expect(existsSync(join(data, 'records', 'd1'))).toBe(false)
  await expect(postgres.pool.query(`DELETE FROM events WHERE tenant_id = 'd2'`)).rejects.toThrow()

  await expect.poll(() => live.counts().held).toBe(0)
  unshare()
  const copies = join(root, 'node', 'records')
  expect(readdirSync(copies)).toEqual(expect.arrayContaining(['d1', 'd2']))
  kept(await dropRemoved(join(root, 'node'), node.people))
  expect(readdirSync(copies)).not.toContain('d1')
  expect(readdirSync(copies)).toContain('d2')
  expect(await live.look(leaving, ledger)).toMatchObject({ refusal: { code: 'assessment-unknown' } })
  const { seq, digest } = held.head
  const entry = { seq: seq + 1, body: '{}', bodyDigest: digest, previous: digest, digest }
  const batch = { expected: held.head, entries: [entry], key: id<never>('late'), request: digest, messages: [] }
  expect(await node.ledger.ledgers.append(leaving, ledger, batch)).toMatchObject({
    refusal: { code: 'assessment-unknown' },
  })
  const [gone] = kept(await node.people.removedTenants())
  expect(gone).toMatchObject({ tenantId: 'd1', by: '王某', exportDigest, removedAt: clock.now() })
  const again = { tenantId: 'd1', name: '又一个', kind: 'district', cityId: null, state: 'active' } as const
  expect(
    await createTenant({ people: node.people }, { ...again, digest: 'sha256', secondFactor: 'optional' }),
  ).toMatchObject({ refusal: { code: 'tenant-removed' } })
})

test('of an installation whose database lies in its folder, a district leaves its bucket and its shards as well', async () => {
  const [folder, target] = [join(root, 'alone'), join(root, 'alone-out')]
  const bucket = await newBucket()
  const own = {
    ...bucketSettings(bucket),
    MINGHENG_RECORD_SHARDS: inject('clickHouseUrls').join(','),
    MINGHENG_RECORD_DATABASE: `${schema}_alone`,
    MINGHENG_RECORD_MEMORY_MEGABYTES: '300',
  }
  const settings = { ...configuration(own, {}), dataFolder: folder }
  await twoDistricts(folder, settings)
  const stores = kept(await openStores(settings))
  for (const tenantId of [leaving, staying])
    kept(await stores.records.records.importFile(tenantId, asked(ratingsFile([rating('R1')])), stampOf(), UNWATCHED))
  kept(await changeStanding({ ...stores, clock }, 'd1', { what: 'suspend' }))
  const ports = portsOf(own, {})
  const wish = { data: folder, tenantId: 'd1', exported: target, by: '王某' }
  kept(await exportDistrict(ports, { ...wish, target, madeAt: clock.now(), program: '0' }))
  const first = kept(await removeDistrict(ports, { ...wish, confirm: null }))
  const confirm = first.step === 'asked' ? first.word : ''
  expect(await removeDistrict(ports, { ...wish, confirm })).toMatchObject({ refusal: { code: 'store-busy' } })
  await stores.close()
  expect(kept(await removeDistrict(ports, { ...wish, confirm }))).toMatchObject({
    step: 'removed',
    rows: { 'shards/ratings': 1, 'people/tenant': 1 },
  })
  const left = objectBucket(bucket)
  const keys = (await left.list('', null, 1_000)).objects.map(({ key }) => key.split('/')[0])
  await left.close()
  expect(new Set(keys)).toEqual(new Set(['d2']))
  const counted = inject('clickHouseUrls').map((url) =>
    told(url, 'SELECT DISTINCT tenant_id FROM ratings', `${schema}_alone`),
  )
  expect((await Promise.all(counted)).join('')).toBe('d2')
  for (const url of inject('clickHouseUrls')) await told(url, `DROP DATABASE ${schema}_alone`)
})
