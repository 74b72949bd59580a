import { expect, test } from 'vitest'
import { openPostgres } from '../../src/adapters/postgres/open-postgres.ts'
import { sqlDatabaseConformance } from '../conformance/sql-database.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { freePorts } from './engines/free-ports.ts'
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

test('tables of a newer version are not touched', async () => {
  const schema = newSchema()
  await (await open(schema)).store('accounts', [ACCOUNT, 'SELECT 1'])
  expect(await (await open(schema)).store('accounts', [ACCOUNT])).toMatchObject({
    ok: false,
    refusal: { code: 'store-newer', message: expect.stringContaining('第 2 版') },
  })
})

test('a server that is not there is named, without the password', async () => {
  const [port] = await freePorts(1)
  const refused = await openPostgres({
    url: `postgresql://mingheng:hidden@127.0.0.1:${port}/office`,
    schema: 'mingheng',
    connections: 2,
  })
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'store-unreachable', message: expect.stringContaining(`127.0.0.1:${port}/office（mingheng）`) },
  })
  expect(JSON.stringify(refused)).not.toContain('hidden')
})
