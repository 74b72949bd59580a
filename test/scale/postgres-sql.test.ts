import { expect, test } from 'vitest'
import type { Migrations } from '../../src/adapters/sql/migrations.ts'
import { openPostgres } from '../../src/adapters/postgres/open-postgres.ts'
import { sqlDatabaseConformance } from '../conformance/sql-database.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newSchema, open } = openedPostgres()
const ACCOUNT = `CREATE TABLE account (
  tenant_id text COLLATE "C", name text COLLATE "C", amount bigint, PRIMARY KEY (tenant_id, name)
)`

sqlDatabaseConformance('PostgreSQL', async () => valueOf(await (await open(newSchema())).store('accounts', [ACCOUNT])))

test('of nodes that start at once, one migrates and all go on', async () => {
  const schema = newSchema()
  const migrations = [ACCOUNT, 'ALTER TABLE account ADD COLUMN note text', `INSERT INTO account VALUES ('d1', 'a', 1)`]
  const nodes = await Promise.all(Array.from({ length: 5 }, async () => open(schema)))
  const stores = await Promise.all(nodes.map(async (node) => node.store('accounts', migrations)))
  expect(stores.map(({ ok }) => ok)).toEqual([true, true, true, true, true])
  const { rows } = (await nodes[0]?.pool.query('SELECT count(*) AS n FROM account')) ?? { rows: [] }
  expect(rows).toEqual([{ n: 1 }])
})

const WIDER = 'ALTER TABLE account ADD COLUMN note text'
const NARROWER = { sql: 'ALTER TABLE account DROP COLUMN note', worksFrom: 2 }

test.each<[who: string, knows: Migrations, made: Migrations, knowsAll: boolean, isLetIn: boolean]>([
  ['a node that does not know what was added', [ACCOUNT], [ACCOUNT, WIDER], false, true],
  ['whoever must know everything and does not', [ACCOUNT], [ACCOUNT, WIDER], true, false],
  ['a node that needs what was taken away', [ACCOUNT], [ACCOUNT, WIDER, NARROWER], false, false],
  ['a node that can do without it', [ACCOUNT, WIDER], [ACCOUNT, WIDER, NARROWER], false, true],
])('%s starts on tables of a newer version', async (_who, knows, made, knowsAll, isLetIn) => {
  const schema = newSchema()
  const newer = await open(schema)
  valueOf(await newer.store('accounts', made))
  const opened = await (await open(schema, { knowsAll })).store('accounts', knows)
  if (isLetIn) expect(opened).toMatchObject({ ok: true })
  else
    expect(opened).toMatchObject({
      refusal: { code: 'store-newer', message: expect.stringContaining(`第 ${made.length} 版`) },
    })
  const { rows } = await newer.pool.query('SELECT version, works_from FROM schema_versions')
  expect(rows).toEqual([{ version: made.length, works_from: made.length - 1 }])
})

test('tables of before it was noted who works with them go forward and note it; who is older than those is refused', async () => {
  const schema = newSchema()
  const { pool, store } = await open(schema)
  await pool.query(`CREATE TABLE schema_versions (store text COLLATE "C" PRIMARY KEY, version bigint NOT NULL);
    ${ACCOUNT}; INSERT INTO schema_versions VALUES ('accounts', 1)`)
  expect(await store('accounts', [])).toMatchObject({ refusal: { code: 'store-newer' } })
  valueOf(await store('accounts', [ACCOUNT]))
  valueOf(await store('accounts', [ACCOUNT, WIDER]))
  const { rows } = await pool.query('SELECT * FROM schema_versions')
  expect(rows).toEqual([{ store: 'accounts', version: 2, works_from: 1 }])
})

test('a server that is not there is named, without the password', async () => {
  const refused = await openPostgres({
    url: 'postgresql://mingheng:hidden@127.0.0.1:1/office',
    schema: 'mingheng',
    connections: 2,
  })
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'store-unreachable', message: expect.stringContaining('127.0.0.1:1/office（mingheng）') },
  })
  expect(JSON.stringify(refused)).not.toContain('hidden')
})
