import { beforeEach, describe, expect, test } from 'vitest'
import { codeOf, PASSWORD, peopleHouse, TRACE, valueOf, type PeopleHouse } from '../../../test/fixtures/people-house.ts'
import { id, type PersonId, type TenantId } from '../../core/kernel/identifiers.ts'
import { changeDetails } from './change-details.ts'
import { changePassword } from './change-password.ts'
import { changeTenant } from './change-tenant.ts'
import { createFirstAdministrator } from './create-first-administrator.ts'
import { createPerson, type NewPerson } from './create-person.ts'
import { createTenant } from './create-tenant.ts'
import { grantRoles } from './grant-roles.ts'
import { listPeople } from './list-people.ts'
import type { PeopleAnswer } from './people-refusals.ts'
import { rescueAdministrator } from './rescue-administrator.ts'
import { resetPassword } from './reset-password.ts'
import { resolveSession } from './resolve-session.ts'
import { ALONE } from '../ports/tenant-store.ts'
import { ROLES } from './role.ts'
import { setPersonState } from './set-person-state.ts'
import type { Actor } from './actor.ts'

let house: PeopleHouse
let admin: Actor

beforeEach(async () => {
  house = await peopleHouse()
  await house.add('admin', ['administrator'])
  await house.add('wang', ['inspector'])
  admin = await house.actor('admin')
})

const WANG = id<PersonId>('id-wang')
const enter = (username: string, password = PASSWORD) => house.enter(username, { password })
const someone: NewPerson = {
  username: 'Li.Si',
  name: '李四',
  roles: ['assessor'],
  centerId: null,
  email: 'li@example.org',
  hasPassword: true,
}

describe('creating a person', () => {
  test('gives a password for one sign-in, after which an own one is set', async () => {
    const created = valueOf(await createPerson(house, admin, someone, TRACE))
    const first = valueOf(await enter('li.si', created.oneTimePassword ?? ''))
    expect(first.standing).toBe('password-change-owed')
    const change = { token: first.token, current: created.oneTimePassword ?? '', next: 'Own-Password-7' }
    const { token, standing } = valueOf(await changePassword(house, change, TRACE))
    expect(standing).toBe('full')
    expect(codeOf(await resolveSession(house, first.token))).toBe('session-ended')
    expect(valueOf(await resolveSession(house, token)).actor.roles).toEqual(['assessor'])
    expect(await house.told()).toEqual(['person-create done', 'sign-in done', 'password-change done'])
  })

  test('whose one-time password opens nothing after a week', async () => {
    const { oneTimePassword } = valueOf(await createPerson(house, admin, someone, TRACE))
    house.clock.pass(7 * 86_400)
    expect(codeOf(await enter('li.si', oneTimePassword ?? ''))).toBe('sign-in-failed')
    expect((await house.told()).at(-1)).toBe('sign-in failed password-over')
  })

  test('for single sign-on gives none', async () => {
    expect(
      valueOf(await createPerson(house, admin, { ...someone, hasPassword: false }, TRACE)).oneTimePassword,
    ).toBeNull()
  })

  test.each<[string, Partial<NewPerson>, string]>([
    ['a name in use', { username: 'WANG' }, 'username-taken'],
    ['a name with a blank', { username: 'li si' }, 'username-wrong'],
    ['a name of one letter', { username: 'l' }, 'username-wrong'],
    ['nothing to call the person', { name: '  ' }, 'name-missing'],
    ['no e-mail address', { email: 'li' }, 'email-wrong'],
    ['an e-mail address with a line break', { email: 'li@example.org\nBcc: x@example.org' }, 'email-wrong'],
    ['no role', { roles: [] }, 'roles-missing'],
    ['a role that is none', { roles: ['owner'] }, 'role-unknown'],
    ['a center without its center', { roles: ['center'] }, 'center-missing'],
    ['administration and assessing', { roles: ['administrator', 'assessor'] }, 'roles-conflict'],
    ['administration and reviewing', { roles: ['reviewer', 'administrator'] }, 'roles-conflict'],
    ['administration and audit', { roles: ['auditor', 'clerk', 'administrator'] }, 'roles-conflict'],
  ])('is refused with %s', async (_title, differs, code) => {
    expect(codeOf(await createPerson(house, admin, { ...someone, ...differs }, TRACE))).toBe(code)
  })
})

describe('managing a person', () => {
  const acts: readonly (readonly [string, (actor: Actor, personId: PersonId) => Promise<PeopleAnswer<unknown>>])[] = [
    ['resetting the password', (actor, who) => resetPassword(house, actor, who, TRACE)],
    ['granting roles', (actor, who) => grantRoles(house, actor, who, { roles: ['clerk'], centerId: null }, TRACE)],
    ['disabling', (actor, who) => setPersonState(house, actor, who, 'disabled', TRACE)],
  ]

  test.each(acts)('%s ends the sessions of the person', async (_title, act) => {
    const { token } = valueOf(await enter('wang'))
    expect(codeOf(await act(admin, WANG))).toBeNull()
    expect(codeOf(await resolveSession(house, token))).toBe('session-ended')
  })

  test.each(acts)('%s is for others, not oneself', async (_title, act) => {
    expect(codeOf(await act(admin, admin.personId))).toBe('own-account')
  })

  test.each(acts)('%s of nobody is refused', async (_title, act) => {
    expect(codeOf(await act(admin, id('id-nobody')))).toBe('person-unknown')
  })

  test.each(acts)('%s is for administrators only, and a refusal is written down', async (_title, act) => {
    for (const role of ROLES.filter((role) => role !== 'administrator')) {
      await house.add(`${role}-x`, [role])
      expect(codeOf(await act(await house.actor(`${role}-x`), WANG))).toBe('forbidden')
    }
    expect(await house.told()).toEqual(
      Array.from({ length: ROLES.length - 1 }, () => 'person.manage refused forbidden'),
    )
  })

  test.each(acts)('%s does not reach into another district', async (_title, act) => {
    expect(codeOf(await act({ ...admin, tenantId: id('d2') }, WANG))).toBe('person-unknown')
    expect(codeOf(await enter('wang'))).toBeNull()
  })

  test('the last administrator stays one', async () => {
    await house.add('other', ['administrator'])
    const other = await house.actor('other')
    expect(codeOf(await setPersonState(house, other, admin.personId, 'disabled', TRACE))).toBeNull()
    expect(codeOf(await setPersonState(house, admin, other.personId, 'disabled', TRACE))).toBe('last-administrator')
    expect(codeOf(await grantRoles(house, admin, other.personId, { roles: ['clerk'], centerId: null }, TRACE))).toBe(
      'last-administrator',
    )
    expect(codeOf(await setPersonState(house, other, admin.personId, 'active', TRACE))).toBeNull()
  })

  test('who runs the machine lets a locked out administrator in again, and nobody else', async () => {
    const rescue = async (username: string, tenantId: string | null = null) =>
      rescueAdministrator(house, { tenantId, username })
    for (let n = 0; n < 5; n += 1) await enter('admin', 'wrong')
    expect(codeOf(await rescue('wang'))).toBe('not-administrator')
    expect(codeOf(await rescue('nobody'))).toBe('person-unknown')
    expect(codeOf(await rescue('admin', 'd9'))).toBe('tenant-unknown')
    const { oneTimePassword } = valueOf(await rescue('admin'))
    expect(valueOf(await enter('admin', oneTimePassword)).standing).toBe('password-change-owed')
    expect(codeOf(await enter('admin'))).toBe('sign-in-failed')
    expect(await house.told()).toContain('password-reset done')
  })

  test('a reset lifts the lock', async () => {
    for (let n = 0; n < 5; n += 1) await enter('wang', 'wrong')
    const { oneTimePassword } = valueOf(await resetPassword(house, admin, WANG, TRACE))
    expect(valueOf(await enter('wang', oneTimePassword)).standing).toBe('password-change-owed')
    expect(codeOf(await enter('wang'))).toBe('sign-in-failed')
  })

  test('details are changed and the list shows them, without anything secret', async () => {
    await changeDetails(house, admin, WANG, { name: ' 王五 ', email: '' }, TRACE)
    const listed = valueOf(await listPeople(house, admin, null, 10, TRACE))
    expect(listed.map((person) => person.name)).toEqual(['admin', '王五'])
    expect(JSON.stringify(listed)).not.toMatch(/argon2|secret"/)
  })

  test('a district that asks everyone for a second factor limits open sessions at once', async () => {
    const { token } = valueOf(await enter('wang'))
    valueOf(await changeTenant(house, admin, { name: '甲区', secondFactor: 'everyone' }, TRACE))
    expect(valueOf(await resolveSession(house, token)).standing).toBe('enrollment-owed')
  })
})

describe('changing the own password', () => {
  const change = async (current: string, next: string) => {
    const { token } = valueOf(await enter('wang', current))
    return changePassword(house, { token, current, next }, TRACE)
  }

  test.each([
    ['too weak', 'short', 'password-weak'],
    ['with the own name', 'My-Wang-2021x', 'password-weak'],
    ['as it was', PASSWORD, 'password-reused'],
  ])('%s is refused', async (_title, next, code) => {
    expect(codeOf(await change(PASSWORD, next))).toBe(code)
  })

  test('to one of the last five is refused, to the sixth is not', async () => {
    const passwords = [PASSWORD, ...[1, 2, 3, 4, 5].map((n) => `Another-River-${n}`)]
    for (const [n, next] of passwords.slice(1).entries()) {
      for (const used of passwords.slice(0, n + 1))
        expect(codeOf(await change(passwords[n] ?? '', used))).toBe('password-reused')
      expect(codeOf(await change(passwords[n] ?? '', next))).toBeNull()
    }
    expect(codeOf(await change('Another-River-5', PASSWORD))).toBeNull()
  })

  test('ends the other sessions', async () => {
    const other = valueOf(await enter('wang'))
    const { token } = valueOf(await change(PASSWORD, 'Another-River-1'))
    expect(codeOf(await resolveSession(house, other.token))).toBe('session-ended')
    expect(codeOf(await resolveSession(house, token))).toBeNull()
  })

  test('by guessing the current one locks after five failures', async () => {
    const { token } = valueOf(await enter('wang'))
    for (let n = 0; n < 5; n += 1)
      expect(codeOf(await changePassword(house, { token, current: 'guess', next: 'Another-River-1' }, TRACE))).toBe(
        'password-wrong',
      )
    expect(codeOf(await changePassword(house, { token, current: PASSWORD, next: 'Another-River-1' }, TRACE))).toBe(
      'password-wrong',
    )
    expect(codeOf(await enter('wang'))).toBe('sign-in-failed')
  })

  test('of two changes at once one wins', async () => {
    const { token } = valueOf(await enter('wang'))
    const outcomes = await Promise.all(
      [1, 2].map((n) => changePassword(house, { token, current: PASSWORD, next: `Another-River-${n}` }, TRACE)),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })
})

describe('installing', () => {
  const district = { tenantId: 'd7', name: '丙区', digest: 'sm3', secondFactor: 'duties', ...ALONE } as const

  test('the first administrator gets a one-time password, and there is only one first', async () => {
    const { tenantId } = valueOf(await createTenant(house, district))
    const first = { tenantId, username: 'zhao', name: '赵某' }
    const { oneTimePassword } = valueOf(await createFirstAdministrator(house, first))
    expect(oneTimePassword).toMatch(/^\w{4}-/)
    expect(codeOf(await createFirstAdministrator(house, { ...first, username: 'qian' }))).toBe('administrator-exists')
  })

  test.each([
    ['twice the same district', { tenantId: 'd1' }, 'tenant-taken'],
    ['an id with a dot, which would break tokens', { tenantId: 'a.b' }, 'tenant-wrong'],
    ['no name', { name: '' }, 'tenant-wrong'],
  ])('%s is refused', async (_title, differs, code) => {
    expect(codeOf(await createTenant(house, { ...district, ...differs }))).toBe(code)
  })

  test('nobody administers a district that is not there', async () => {
    const first = { tenantId: id<TenantId>('d9'), username: 'zhao', name: '赵某' }
    expect(codeOf(await createFirstAdministrator(house, first))).toBe('tenant-unknown')
  })
})
