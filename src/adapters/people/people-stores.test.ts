import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { peopleStoreConformance } from '../../../test/conformance/people-store.ts'
import { somePerson } from '../../../test/fixtures/some-person.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { memoryPeople } from './memory-people.ts'
import { PEOPLE_MIGRATIONS } from './people-migrations.ts'
import { openSqlitePeople } from './sqlite-people.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-people-'))
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newPath = (): string => join(folder, `${(files += 1)}.sqlite`)

function opened(path: string) {
  const store = openSqlitePeople(path)
  if (!store.ok) throw new Error(store.refusal.message)
  closing.push(store.value.close)
  return store.value
}

peopleStoreConformance('memory', memoryPeople)
peopleStoreConformance('SQLite', () => opened(newPath()))

test.each(PEOPLE_MIGRATIONS.map((_sql, version) => version))('a file of version %i goes forward', async (version) => {
  const path = newPath()
  const before = openDatabase(path, PEOPLE_MIGRATIONS.slice(0, version))
  if (before.ok) before.value.close()
  expect(await opened(path).tenants()).toEqual({ ok: true, value: [] })
})

test('people are there after the program ended', async () => {
  const path = newPath()
  const first = opened(path)
  await first.addTenant({ tenantId: somePerson({}).tenantId, name: '甲区', digest: 'sha256', secondFactor: 'optional' })
  await first.addPerson(somePerson({}))
  first.close()
  closing.splice(0)
  expect(await opened(path).personByUsername(somePerson({}).tenantId, 'wang')).toEqual({
    ok: true,
    value: somePerson({}),
  })
})
