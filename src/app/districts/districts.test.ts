import { beforeEach, describe, expect, test } from 'vitest'
import {
  codeOf,
  HOUSE_DISTRICT,
  peopleHouse,
  TRACE,
  valueOf,
  type PeopleHouse,
} from '../../../test/fixtures/people-house.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { createApiToken } from '../people/create-api-token.ts'
import { createPerson } from '../people/create-person.ts'
import { grantRoles } from '../people/grant-roles.ts'
import { resolveApiToken } from '../people/resolve-api-token.ts'
import { resolveSession } from '../people/resolve-session.ts'
import { signIn } from '../people/sign-in.ts'
import { changeStanding } from './change-standing.ts'
import { foundDistrict, type NewDistrict } from './found-district.ts'

const given: NewDistrict = {
  tenantId: 'd7',
  name: '丙区',
  kind: 'district',
  cityId: null,
  digest: 'sha256',
  administrator: 'admin',
}

let house: PeopleHouse
beforeEach(async () => {
  house = await peopleHouse()
  await house.add('wang', ['clerk'])
})

describe('founding', () => {
  test('a district has its administrator, who signs in with the password that was told once', async () => {
    const city = valueOf(await foundDistrict(house, { ...given, tenantId: 'shi', kind: 'city' }))
    const { tenant, oneTimePassword } = valueOf(await foundDistrict(house, { ...given, cityId: 'shi' }))
    expect(tenant).toMatchObject({ tenantId: 'd7', kind: 'district', cityId: city.tenant.tenantId, state: 'active' })
    const request = {
      tenantId: tenant.tenantId,
      username: 'admin',
      password: oneTimePassword,
      code: null,
      replacing: null,
    }
    expect(valueOf(await signIn(house, request, TRACE)).standing).toBe('password-change-owed')
  })

  test.each<[title: string, differs: Partial<NewDistrict>, code: string]>([
    ['an id that is there', { tenantId: 'd1' }, 'tenant-taken'],
    ['no name', { name: ' ' }, 'tenant-wrong'],
    ['a city that is not there', { cityId: 'shi' }, 'city-wrong'],
    ['a city that is a district', { cityId: 'd1' }, 'city-wrong'],
    ['a city of a city', { kind: 'city', cityId: 'd1' }, 'city-wrong'],
    ['a username that is none', { administrator: 'a b' }, 'username-wrong'],
  ])('%s is refused, and nothing is founded', async (_title, differs, code) => {
    expect(codeOf(await foundDistrict(house, { ...given, ...differs }))).toBe(code)
    expect(valueOf(await house.people.tenants()).map(({ tenantId }) => tenantId)).toEqual([HOUSE_DISTRICT])
  })
})

describe('suspended', () => {
  test('nobody of it signs in, is in, or asks by a token; resumed, all as before', async () => {
    const { token } = valueOf(await house.enter('wang'))
    const wish = { name: '程序', scopes: ['records.read'], expiresAt: timestamp('2021-03-20T00:00:00+08:00') }
    const made = valueOf(await createApiToken(house, await house.actor('wang'), wish, TRACE))
    valueOf(await changeStanding(house, 'd1', { what: 'suspend' }))
    expect(await house.enter('wang')).toMatchObject({
      refusal: { code: 'tenant-suspended', message: expect.stringContaining('甲区') },
    })
    expect(codeOf(await resolveSession(house, token))).toBe('session-ended')
    expect(codeOf(await resolveApiToken(house, made.token))).toBe('token-invalid')
    valueOf(await changeStanding(house, 'd1', { what: 'resume' }))
    expect(codeOf(await house.enter('wang'))).toBeNull()
    expect(codeOf(await resolveApiToken(house, made.token))).toBeNull()
    expect(await house.told()).toEqual(
      expect.arrayContaining(['tenant-change done suspend', 'tenant-change done resume']),
    )
  })

  test('another district goes on', async () => {
    const { oneTimePassword } = valueOf(await foundDistrict(house, given))
    valueOf(await changeStanding(house, 'd1', { what: 'suspend' }))
    const request = {
      tenantId: id<never>('d7'),
      username: 'admin',
      password: oneTimePassword,
      code: null,
      replacing: null,
    }
    expect(codeOf(await signIn(house, request, TRACE))).toBeNull()
  })
})

test.each<[title: string, tenantId: string, change: Parameters<typeof changeStanding>[2], code: string | null]>([
  ['a new name', 'd1', { what: 'rename', name: '甲新区' }, null],
  ['an empty name', 'd1', { what: 'rename', name: '' }, 'tenant-wrong'],
  ['a district that is not there', 'd9', { what: 'suspend' }, 'tenant-unknown'],
  ['a city that is not there', 'd1', { what: 'city', cityId: 'shi' }, 'city-wrong'],
  ['out of any city', 'd1', { what: 'city', cityId: null }, null],
])('%s', async (_title, tenantId, change, code) => {
  expect(codeOf(await changeStanding(house, tenantId, change))).toBe(code)
})

test('a district has no observers, and a city nobody who assesses', async () => {
  valueOf(await foundDistrict(house, { ...given, tenantId: 'shi', kind: 'city' }))
  await house.add('root', ['administrator'])
  const person = { username: 'li', name: '李某', centerId: null, email: null, hasPassword: true }
  const here = await house.actor('root')
  const city = { ...here, tenantId: id<never>('shi') }
  expect(codeOf(await createPerson(house, here, { ...person, roles: ['observer'] }, TRACE))).toBe('role-elsewhere')
  expect(codeOf(await createPerson(house, city, { ...person, roles: ['assessor'] }, TRACE))).toBe('role-elsewhere')
  expect(codeOf(await createPerson(house, city, { ...person, roles: ['observer'] }, TRACE))).toBeNull()
  expect(codeOf(await grantRoles(house, here, id('id-wang'), { roles: ['observer'], centerId: null }, TRACE))).toBe(
    'role-elsewhere',
  )
})
