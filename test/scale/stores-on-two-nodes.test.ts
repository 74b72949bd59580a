import { ALONE } from '../../src/app/ports/tenant-store.ts'
import { beforeEach, expect, test } from 'vitest'
import { ACCESS_MIGRATIONS } from '../../src/adapters/access-log/access-migrations.ts'
import { sqlAccessLog } from '../../src/adapters/access-log/sql-access-log.ts'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { PEOPLE_MIGRATIONS } from '../../src/adapters/people/people-migrations.ts'
import { sqlPeople } from '../../src/adapters/people/sql-people.ts'
import type { AccessLog } from '../../src/app/ports/access-log.ts'
import type { PeopleStore } from '../../src/app/ports/people-store.ts'
import { id } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { peopleHouse, valueOf } from '../fixtures/people-house.ts'
import { somePerson } from '../fixtures/some-person.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newSchema, open } = openedPostgres()
const NOON = timestamp('2021-03-01T12:00:00+08:00')
const EACH = 10

interface Node {
  readonly people: PeopleStore
  readonly accessLog: AccessLog
}

let nodes: readonly [Node, Node]
beforeEach(async () => {
  const schema = newSchema()
  nodes = [await node(schema), await node(schema)]
})

async function node(schema: string): Promise<Node> {
  const postgres = await open(schema)
  return {
    people: sqlPeople(valueOf(await postgres.store('people', PEOPLE_MIGRATIONS))),
    accessLog: sqlAccessLog(valueOf(await postgres.store('access', ACCESS_MIGRATIONS)), setClock(NOON)),
  }
}

const atOnce = <Value>(work: (node: Node, number: number) => Promise<Value>): Promise<readonly Value[]> =>
  Promise.all(nodes.flatMap((one, which) => Array.from({ length: EACH }, (_, n) => work(one, which * EACH + n))))

test('entries that two nodes write at once stand one behind the other, and none is missing', async () => {
  const entry = { tenantId: id<never>('d1'), at: NOON, personId: null, action: 'sign-in', result: 'done' } as const
  const rest = { reason: null, subject: null, address: null }
  const told = await atOnce(({ accessLog }, n) => accessLog.append({ ...entry, ...rest, requestId: `r${n}` }))
  expect(told.every(({ ok }) => ok)).toBe(true)
  const any = { personId: null, action: null, result: null, from: null, to: null }
  const kept = valueOf(await nodes[0].accessLog.read(id('d1'), any, null, 100))
  expect(kept.map(({ place }) => place)).toEqual(Array.from({ length: 2 * EACH }, (_, n) => 2 * EACH - n))
  expect(new Set(kept.map(({ requestId }) => requestId)).size).toBe(2 * EACH)
})

test('people whom two nodes add and save at once are all there', async () => {
  await nodes[0].people.addTenant({
    tenantId: id('d1'),
    name: '甲区',
    digest: 'sha256',
    secondFactor: 'optional',
    ...ALONE,
  })
  const told = await atOnce(async ({ people }, n) => {
    const person = somePerson({ personId: id(`p${n}`), username: `u${n}` })
    return [valueOf(await people.addPerson(person)), valueOf(await people.savePerson({ ...person, failures: 1 }))]
  })
  expect(told).toEqual(Array.from({ length: 2 * EACH }, () => ['added', 'saved']))
})

test('of many that add the same username, one has it', async () => {
  await nodes[0].people.addTenant({
    tenantId: id('d1'),
    name: '甲区',
    digest: 'sha256',
    secondFactor: 'optional',
    ...ALONE,
  })
  const told = await atOnce(async ({ people }, n) =>
    valueOf(await people.addPerson(somePerson({ personId: id(`p${n}`), username: 'wang' }))),
  )
  expect(told.toSorted()).toEqual(['added', ...Array.from({ length: 2 * EACH - 1 }, () => 'taken')])
})

test('a text that PostgreSQL cannot hold is refused, and a look-up for it too', async () => {
  const unfit = { ok: false, refusal: { code: 'store-unfit', message: expect.stringContaining('U+0000') } }
  const [{ people }] = nodes
  await people.addTenant({ tenantId: id('d1'), name: '甲区', digest: 'sha256', secondFactor: 'optional', ...ALONE })
  expect(await people.addPerson(somePerson({ name: '王\0某' }))).toMatchObject(unfit)
  expect(await people.personByUsername(id('d1'), 'wang\0')).toMatchObject(unfit)
})

test('twenty wrong passwords at once, on two nodes, count five and lock', async () => {
  const houses = [await peopleHouse(nodes[0].people), await peopleHouse(nodes[1].people)]
  await houses[0]?.add('wang', ['inspector'])
  await Promise.all(
    Array.from({ length: EACH }, () => houses)
      .flat()
      .map((house) => house.enter('wang', { password: 'wrong' })),
  )
  const told = (await Promise.all(houses.map((house) => house.told()))).flat()
  expect(told.filter((line) => line === 'sign-in failed password-wrong')).toHaveLength(5)
  expect(told.filter((line) => line === 'account-lock done')).toHaveLength(1)
})
