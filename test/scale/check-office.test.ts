import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { openLedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import { officeCopies } from '../../src/adapters/office-copy/office-copies.ts'
import { OFFICE_STORES } from '../../src/adapters/office-copy/office-tables.ts'
import { openSqlitePeople } from '../../src/adapters/people/sql-people.ts'
import type { Postgres } from '../../src/adapters/postgres/open-postgres.ts'
import { enterOffice } from '../../src/adapters/postgres/office-gate.ts'
import { openSqliteSql } from '../../src/adapters/sqlite/sqlite-sql.ts'
import { moveOffice } from '../../src/app/moving/move-office.ts'
import { runHere } from '../cli/run-here.ts'
import { messageOf } from '../fixtures/ledger-batches.ts'
import { somePerson } from '../fixtures/some-person.ts'
import { dataFolder, tenantId } from '../fixtures/data-folder.ts'
import { valueOf } from '../fixtures/people-house.ts'
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

test('what is on shards and in a bucket is said not to be looked at; a bucket is, when asked', async () => {
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
      recordShards: ['http://127.0.0.1:9'],
    }),
  )
  const unlooked = await check()
  expect(unlooked.code).toBe(0)
  expect(unlooked.output).toMatch(/业务记录 +在 ClickHouse 的分片上，没有看/)
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

test('a schema without an office is refused, and so is a database that nobody named', async () => {
  const schema = newSchema()
  await open(schema)
  const databaseUrl = inject('postgresUrl')
  const empty = await runHere(['check', 'database', '--schema', schema, '--data', folder], { databaseUrl })
  expect(empty).toMatchObject({ code: 3, error: expect.stringContaining('没有一套完整的数据') })
  expect((await runHere(['check', 'database', '--data', folder])).error).toContain('MINGHENG_DATABASE_URL')
})
