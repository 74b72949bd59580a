import { expect, test } from 'vitest'
import { peopleStoreConformance } from '../../../test/conformance/people-store.ts'
import { databaseFiles } from '../../../test/fixtures/database-files.ts'
import { somePerson } from '../../../test/fixtures/some-person.ts'
import { ALONE, type Tenant } from '../../app/ports/tenant-store.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { memoryPeople } from './memory-people.ts'
import { PEOPLE_MIGRATIONS } from './people-migrations.ts'
import { openSqlitePeople } from './sql-people.ts'

const { newPath, opened } = databaseFiles()
const wang = somePerson({})
const district: Tenant = { tenantId: wang.tenantId, name: '甲区', digest: 'sha256', secondFactor: 'optional', ...ALONE }
const ok = (value: unknown) => ({ ok: true, value })

peopleStoreConformance('memory', memoryPeople)
peopleStoreConformance('SQLite', () => opened(openSqlitePeople(newPath())))

const HELD_ONE =
  "INSERT INTO tenant (tenant_id, name, digest, second_factor) VALUES ('d1', '甲区', 'sha256', 'optional')"

/** What a file of each version held, by the statements of that time. */
const HELD: readonly (readonly [version: number, sql: string, tenants: readonly Tenant[]])[] = [
  [0, '', []],
  [1, HELD_ONE, [district]],
  [
    2,
    `INSERT INTO tenant (tenant_id, name, digest, second_factor) VALUES ('d1', '甲区', 'sha256', 'optional');
     INSERT INTO person (username, name, roles, state, failures, tenant_id, person_id, revision)
     VALUES ('wang', '王某', '["inspector"]', 'active', 0, 'd1', 'p1', 0)`,
    [district],
  ],
  ...[3, 4, 5].map((version) => [version, HELD_ONE, [district]] as const),
]

test('there is a row for every earlier version', () => {
  expect(HELD.map(([version]) => version)).toEqual(PEOPLE_MIGRATIONS.map((_sql, version) => version))
})

test.each(HELD)('a file of version %i goes forward with what it holds', async (version, sql, tenants) => {
  const path = newPath()
  const before = opened(openDatabase(path, PEOPLE_MIGRATIONS.slice(0, version)))
  before.connection.exec(sql)
  const after = opened(openSqlitePeople(path))
  expect(await after.tenants()).toEqual(ok(tenants))
  for (const { tenantId } of tenants) expect(await after.unchargedFailures(tenantId)).toEqual(ok(0))
})

test('a person from before there were checksums is read, and bears one once it is saved', async () => {
  const path = newPath()
  opened(openDatabase(path, PEOPLE_MIGRATIONS.slice(0, 2))).connection.exec(HELD[2]?.[1] ?? '')
  const store = opened(openSqlitePeople(path))
  expect(await store.person(wang.tenantId, wang.personId)).toEqual(ok(wang))
  expect(await store.savePerson({ ...wang, name: '王某某' })).toEqual(ok('saved'))
  const direct = opened(openDatabase(path, PEOPLE_MIGRATIONS))
  direct.connection.exec(`UPDATE person SET roles = '["administrator"]'`)
  expect(await store.person(wang.tenantId, wang.personId)).toMatchObject({
    ok: false,
    refusal: { code: 'store-corrupted', message: expect.stringContaining('p1') },
  })
})

test('people are there when the file is opened again', async () => {
  const path = newPath()
  const first = opened(openSqlitePeople(path))
  await first.addTenant(district)
  await first.addPerson(wang)
  expect(await opened(openSqlitePeople(path)).personByUsername(wang.tenantId, 'wang')).toEqual(ok(wang))
})
