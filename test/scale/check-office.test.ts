import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openClickRecords } from '../../src/adapters/clickhouse/open-click-records.ts'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { openLedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import { officeCopies } from '../../src/adapters/office-copy/office-copies.ts'
import { OFFICE_STORES } from '../../src/adapters/office-copy/office-tables.ts'
import { openSqlitePeople } from '../../src/adapters/people/sql-people.ts'
import type { Postgres } from '../../src/adapters/postgres/open-postgres.ts'
import { enterOffice } from '../../src/adapters/postgres/office-gate.ts'
import { CATALOG_MIGRATIONS } from '../../src/adapters/records/catalog-migrations.ts'
import { fileVersion } from '../../src/adapters/office-copy/file-version.ts'
import { openSqliteSql } from '../../src/adapters/sqlite/sqlite-sql.ts'
import { moveOffice } from '../../src/app/moving/move-office.ts'
import { imported, rating, ratingsFile } from '../conformance/record-samples.ts'
import { runHere } from '../cli/run-here.ts'
import { messageOf } from '../fixtures/ledger-batches.ts'
import { somePerson } from '../fixtures/some-person.ts'
import { dataFolder, tenantId } from '../fixtures/data-folder.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { told } from './opened-cluster.ts'
import { openedObjects } from './opened-objects.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newSchema, open } = openedPostgres()
const { newBucket } = openedObjects()
const home = mkdtempSync(join(tmpdir(), 'mingheng-check-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A data folder with three findings and their files, whose databases are moved to a server. */
const folder = join(home, 'data')
beforeAll(async () => {
  const office = await dataFolder(folder)
  for (let made = 0; made < 3; made += 1) await office.report()
  await office.close()
  for (const { name, migrations } of OFFICE_STORES)
    await valueOf(openSqliteSql(join(folder, `${name}.sqlite`), migrations)).close()
  const people = valueOf(openSqlitePeople(join(folder, 'people.sqlite')))
  valueOf(await people.addPerson(somePerson({ tenantId })))
  await people.close()
  const ledger = valueOf(openLedgerFile(join(folder, 'ledger.sqlite'), nodeDigester))
  valueOf(await ledger.outbox.lay(tenantId, [messageOf('m1')]))
  ledger.close()
})

async function office() {
  const schema = newSchema()
  const postgres = await open(schema)
  const to = { kind: 'server', url: inject('postgresUrl'), schema } as const
  const moving = { digestsBy: nodeDigests, copies: officeCopies, say: () => undefined }
  expect(valueOf(await moveOffice({ kind: 'folder', path: folder }, to, moving)).holds).toBe(true)
  const check = (...more: readonly string[]) =>
    runHere(['check', 'database', '--schema', schema, '--data', folder, ...more], { databaseUrl: to.url })
  return { postgres, check }
}

test('an office on a server is found sound beside its nodes, with the evidence in its folder', async () => {
  const { postgres, check } = await office()
  const node = valueOf(await enterOffice(postgres))
  const found = await check()
  expect(found).toMatchObject({ code: 0, error: '' })
  expect(found.output).toMatch(/ledger，.*1 个考核、\d+ 条记录、1 份细则/)
  expect(found.output).toMatch(/证据文件 +3 个/)
  expect(found.output).toContain('看过的全部成立')
  await node.close()
})

/** Behind the guards, as only the owner of the database can. */
async function damaged({ pool }: Postgres, damages: readonly (readonly [table: string, damage: string])[]) {
  for (const [table, damage] of damages) {
    await pool.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    expect((await pool.query(damage)).rowCount).toBeGreaterThan(0)
    await pool.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  }
}

test('rows that were changed behind the guards are all found and named, in one check', async () => {
  const { postgres, check } = await office()
  await damaged(postgres, [
    ['events', `UPDATE events SET body = replace(body, '"', '“') WHERE seq = 2`],
    ['keys', `UPDATE keys SET last_seq = last_seq + 1 WHERE first_seq = (SELECT max(first_seq) FROM keys)`],
    ['messages', `UPDATE messages SET text = 'other'`],
    ['person', `UPDATE person SET name = 'other'`],
  ])
  const found = await check()
  expect(found.code).toBe(1)
  const told = found.output.replaceAll(/\n\s*/g, '')
  expect(told).toMatch(/第 2 条的内容与其摘要不符；此前 1 条完好/)
  expect(told).toMatch(/办理编号“[^”]+”的校验和不符/)
  expect(told).toMatch(/消息“m1”的校验和不符/)
  expect(told).toMatch(/表 person 的“district，p1”一行的校验和不符/)
  expect(told).not.toContain('触发器')
})

test('a head that was set back is found, and a guard that is switched off is told by its name', async () => {
  const { postgres, check } = await office()
  await damaged(postgres, [['heads', 'UPDATE heads SET seq = seq - 1']])
  await postgres.pool.query('ALTER TABLE events DISABLE TRIGGER events_stay')
  const found = await check()
  expect(found.code).toBe(1)
  const told = found.output.replaceAll(/\n\s*/g, '')
  expect(told).toMatch(/末条的记录与台账不符/)
  expect(told).toMatch(/触发器没有了或被停用：events_stay/)
})

test('what is in a bucket is said not to be looked at, and is when asked', async () => {
  const { check } = await office()
  const { url, region, bucket, keyId, secret } = await newBucket()
  writeFileSync(
    join(folder, 'mingheng.json'),
    JSON.stringify({
      objectStoreUrl: url,
      objectStoreRegion: region,
      objectStoreBucket: bucket,
      objectStoreKey: keyId,
      objectStoreSecret: secret,
      databaseUrl: inject('postgresUrl'),
    }),
  )
  const unlooked = await check()
  expect(unlooked.code).toBe(0)
  expect(unlooked.output).toMatch(/证据文件 +在对象存储里，没有看/)
  const missing = await check('--evidence')
  expect(missing.code).toBe(1)
  expect(missing.output).toContain('台账用到而没有的 3 个')
  expect((await runHere(['copy-evidence', '--to', 'bucket', '--data', folder])).code).toBe(0)
  const whole = await check('--evidence')
  expect(whole.code).toBe(0)
  expect(whole.output).toMatch(/证据文件 +3 个/)
  rmSync(join(folder, 'mingheng.json'))
})

test('batches on shards are counted, and the shard, the month and the row of the catalog that are wrong are named', async () => {
  const { postgres, check } = await office()
  const [urls, database] = [inject('clickHouseUrls'), `checked_${process.pid}`]
  const settings = { databaseUrl: inject('postgresUrl'), recordDatabase: database, recordMemoryMegabytes: 300 }
  const configured = (shards: readonly string[]) =>
    writeFileSync(join(folder, 'mingheng.json'), JSON.stringify({ ...settings, recordShards: shards }))
  const options = { memoryMegabytes: 300, threads: 1, turns: null, folder: join(home, 'node'), database }
  const catalog = valueOf(await postgres.store('records', CATALOG_MIGRATIONS))
  const shards = urls.map((url) => ({ urls: [url], user: 'default', password: '', database }))
  const node = valueOf(await openClickRecords({ ...options, shards, catalog }))
  const three = [rating('R1'), rating('R2', { 中心: '盈浦街道' }), rating('R3', { 评价时间: '2021-04-02 10:00:00' })]
  await imported(node.records, ratingsFile(three))
  node.close()
  configured(urls)
  const whole = await check()
  expect(whole).toMatchObject({ code: 0, error: '' })
  expect(whole.output).toMatch(/业务记录 +2 个批次，3 条；在 2 个分片/)

  const at = (await Promise.all(urls.map((url) => told(url, 'SELECT count() FROM ratings', database)))).indexOf('2')
  await told(urls[at] ?? '', 'TRUNCATE TABLE ratings', database)
  await postgres.pool.query(`UPDATE record_imports SET months = 'March'`)
  const lost = await check()
  expect(lost.code).toBe(1)
  const texts = lost.output.replaceAll(/\n\s*/g, '')
  expect(texts).toContain('表 record_imports 的“east，1”一行读不懂')
  expect(texts).toMatch(
    new RegExp(`分片 ${new URL(urls[at] ?? '').host}：east 的[^。]*（2021-0[34]）应有 1 条，实有 0 条`),
  )

  configured([urls[1 - at] ?? '', 'http://127.0.0.1:9'])
  expect((await check()).output).toMatch(/分片 127\.0\.0\.1:9 没有清点成/)
  configured(urls.slice(1))
  expect(await check()).toMatchObject({ code: 1, output: expect.stringContaining('没有清点') })
  for (const url of urls) await told(url, `DROP DATABASE ${database}`)
  rmSync(join(folder, 'mingheng.json'))
})

test('a folder whose records lie on shards is counted there, also by a catalog of before records could be moved', async () => {
  const [urls, database, beside] = [inject('clickHouseUrls'), `beside_${process.pid}`, join(home, 'beside')]
  await (await dataFolder(beside)).close()
  const settings = { recordDatabase: database, recordMemoryMegabytes: 300, recordShards: urls }
  writeFileSync(join(beside, 'mingheng.json'), JSON.stringify(settings))
  const catalog = valueOf(openSqliteSql(join(beside, 'records.sqlite'), CATALOG_MIGRATIONS))
  const shards = urls.map((url) => ({ urls: [url], user: 'default', password: '', database }))
  const options = { memoryMegabytes: 300, threads: 1, turns: null, folder: join(home, 'beside-node'), database }
  const node = valueOf(await openClickRecords({ ...options, shards, catalog }))
  await imported(node.records, ratingsFile([rating('R1'), rating('R2', { 中心: '盈浦街道' })]))
  node.close()
  await catalog.close()
  const older = new DatabaseSync(join(beside, 'records.sqlite'))
  older.exec('DROP TABLE record_placings; ALTER TABLE record_batches DROP COLUMN shards; PRAGMA user_version = 2')
  older.close()
  const found = await runHere(['check', beside])
  expect(found.output).toMatch(/业务记录 +1 个批次，2 条；在 2 个分片/)
  expect(valueOf(fileVersion(join(beside, 'records.sqlite')))).toBe(2)
  for (const url of urls) await told(url, `DROP DATABASE ${database}`)
})

test('a schema without an office is refused, and so is a database that nobody named', async () => {
  const schema = newSchema()
  await open(schema)
  const databaseUrl = inject('postgresUrl')
  const empty = await runHere(['check', 'database', '--schema', schema, '--data', folder], { databaseUrl })
  expect(empty).toMatchObject({ code: 3, error: expect.stringContaining('没有一套完整的数据') })
  expect((await runHere(['check', 'database', '--data', folder])).error).toContain('MINGHENG_DATABASE_URL')
})
