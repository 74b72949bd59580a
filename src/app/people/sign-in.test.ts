import { TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import {
  codeOf,
  HOUSE_DISTRICT,
  PASSWORD,
  peopleHouse,
  TRACE,
  valueOf,
  type PeopleHouse,
} from '../../../test/fixtures/people-house.ts'
import { argon2Passwords } from '../../adapters/passwords/argon2-passwords.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { storeFault } from '../ports/store-fault.ts'
import { passSecondFactor } from './pass-second-factor.ts'
import { resolveSession } from './resolve-session.ts'
import { signIn, type SignInRequest } from './sign-in.ts'
import { signOut } from './sign-out.ts'

let house: PeopleHouse
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const enrolled = { secondFactor: { secret: SECRET, isConfirmed: true, lastStep: null } }

beforeEach(async () => {
  house = await peopleHouse()
  await house.add('wang', ['inspector'])
  await house.add('li', ['assessor'], enrolled)
})

const enter = (differs: Partial<SignInRequest>, on = house) =>
  signIn(
    on,
    { tenantId: HOUSE_DISTRICT, username: 'wang', password: PASSWORD, code: null, replacing: null, ...differs },
    TRACE,
  )
const codeAt = (seconds: number, on = house): string =>
  new TOTP({ secret: SECRET }).generate({ timestamp: on.clock.epochMs() + seconds * 1_000 })
const standing = async (token: string) => {
  const resolved = await resolveSession(house, token)
  return resolved.ok ? resolved.value.standing : resolved.refusal.code
}

describe('a password', () => {
  test('opens a session for its person', async () => {
    const { token, expiresAt, standing } = valueOf(await enter({ username: ' WANG ' }))
    expect(token.startsWith('d1.')).toBe(true)
    expect({ expiresAt, standing }).toEqual({ expiresAt: '2021-03-01T21:00:00+08:00', standing: 'full' })
    expect(valueOf(await resolveSession(house, token)).actor).toEqual({
      tenantId: 'd1',
      personId: 'id-wang',
      name: 'wang',
      roles: ['inspector'],
      centerId: null,
      scopes: null,
    })
    expect(await house.told()).toEqual(['sign-in done'])
  })

  test.each<[string, Partial<SignInRequest>, string | null]>([
    ['a wrong password', { password: 'Quiet-River-43' }, 'sign-in failed password-wrong'],
    ['no password', { password: '' }, 'sign-in failed password-wrong'],
    ['a name that nobody has', { username: 'nobody' }, 'sign-in failed person-unknown'],
    ['what is no name', { username: 'a b\u0000' }, 'sign-in failed person-unknown'],
    ['a disabled account', { username: 'gone' }, 'sign-in failed account-disabled'],
    ['who has no password', { username: 'only' }, 'sign-in failed password-missing'],
    ['a wrong code', { username: 'li', code: '000000' }, 'sign-in failed second-factor-wrong'],
    ['a district that is not there', { tenantId: id('d9') }, null],
  ])('%s is refused in the same words', async (_title, request, told) => {
    await house.add('gone', ['inspector'], { state: 'disabled' })
    await house.add('only', ['inspector'], { password: null })
    const outcome = await enter(request)
    expect(codeOf(outcome)).toBe('sign-in-failed')
    expect(outcome).toEqual(await enter({ username: 'nobody' }))
    expect((await house.told())[0]).toBe(told ?? 'sign-in failed person-unknown')
  })

  test('set by somebody else must be changed first', async () => {
    const wang = await house.person('wang')
    await house.people.savePerson({ ...wang, password: { ...wang.password!, mustChange: true } })
    const { token } = valueOf(await enter({}))
    expect(await standing(token)).toBe('password-change-owed')
    expect(valueOf(await resolveSession(house, token)).actor.scopes).toEqual(['account.own'])
  })

  test('of 90 days must be changed', async () => {
    house.clock.pass(90 * 86_400 - 1)
    expect(valueOf(await enter({})).standing).toBe('full')
    house.clock.pass(1)
    expect(valueOf(await enter({})).standing).toBe('password-change-owed')
  })

  test('whose hash took less effort than is asked today is hashed again', async () => {
    const before = (await house.person('wang')).password?.hash
    const stricter = { ...house, hasher: argon2Passwords({ memoryCost: 16, timeCost: 1, parallelism: 1 }) }
    expect(codeOf(await enter({}, stricter))).toBeNull()
    const after = (await house.person('wang')).password
    expect(after?.hash).not.toBe(before)
    expect(after?.hash).toContain('m=16')
    expect(after?.previous).toEqual([])
    expect(codeOf(await enter({}, stricter))).toBeNull()
  })
})

describe('locking', () => {
  test('the fifth failure locks for 30 minutes, the right password included', async () => {
    for (let n = 0; n < 5; n += 1) await enter({ password: 'wrong' })
    expect(codeOf(await enter({}))).toBe('sign-in-failed')
    house.clock.pass(30 * 60 - 1)
    expect(codeOf(await enter({}))).toBe('sign-in-failed')
    house.clock.pass(1)
    expect(codeOf(await enter({}))).toBeNull()
    expect(await house.told()).toEqual([
      ...Array.from({ length: 5 }, () => 'sign-in failed password-wrong'),
      'account-lock done',
      'sign-in failed account-locked',
      'sign-in failed account-locked',
      'sign-in done',
    ])
  })

  test('who knows the password cannot guess codes without end', async () => {
    for (let n = 0; n < 4; n += 1) {
      const { token } = valueOf(await enter({ username: 'li' }))
      expect(codeOf(await passSecondFactor(house, token, '000000', TRACE))).toBe('second-factor-wrong')
    }
    const { token } = valueOf(await enter({ username: 'li' }))
    expect(codeOf(await passSecondFactor(house, token, '000000', TRACE))).toBe('sign-in-failed')
    expect(await standing(token)).toBe('session-ended')
    expect(codeOf(await enter({ username: 'li', code: codeAt(0) }))).toBe('sign-in-failed')
  })

  /** Some attempts wrong, some right, all at once or in turns: no right one gets in after the lock, and no failure is lost. */
  test('however attempts interleave, five failures lock', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 12 }), fc.boolean(), async (attempts, isAtOnce) => {
        const own = await peopleHouse()
        await own.add('wang', ['inspector'])
        const tries = attempts.map((isRight) => () => enter({ password: isRight ? PASSWORD : 'wrong' }, own))
        const outcomes: boolean[] = []
        if (isAtOnce) await Promise.all(tries.map(async (attempt) => outcomes.push((await attempt()).ok)))
        else for (const attempt of tries) outcomes.push((await attempt()).ok)
        const told = (await own.told()).filter((line) => line.startsWith('sign-in'))
        let failures = 0
        let isLocked = false
        for (const line of told) {
          if (isLocked) expect(line).toBe('sign-in failed account-locked')
          if (line === 'sign-in done') failures = 0
          if (line === 'sign-in failed password-wrong') failures += 1
          isLocked ||= failures === 5
        }
        expect(outcomes.filter(Boolean)).toHaveLength(told.filter((line) => line === 'sign-in done').length)
        const person = await own.person('wang')
        expect(person.lockedUntil !== null).toBe(isLocked)
        expect(person.failures).toBe(isLocked ? 0 : failures)
      }),
      { numRuns: process.env['NIGHTLY'] ? 2_000 : 60 },
    )
  })
})

describe('a second factor', () => {
  test('given with the password completes the session', async () => {
    expect(valueOf(await enter({ username: 'li', code: codeAt(0) })).standing).toBe('full')
  })

  test('owed leaves a session that can do nothing else, and completing it gives a new token', async () => {
    const owed = valueOf(await enter({ username: 'li' }))
    expect(owed.standing).toBe('second-factor-owed')
    expect(valueOf(await resolveSession(house, owed.token)).actor.scopes).toEqual([])
    const full = valueOf(await passSecondFactor(house, owed.token, codeAt(0), TRACE))
    expect(full.standing).toBe('full')
    expect(full.token).not.toBe(owed.token)
    expect(await standing(owed.token)).toBe('session-ended')
    expect(await standing(full.token)).toBe('full')
    expect(codeOf(await passSecondFactor(house, full.token, codeAt(30), TRACE))).toBe('session-ended')
  })

  test.each<[string, number, boolean]>([
    ['the step before', -30, true],
    ['this step', 0, true],
    ['the next step', 30, true],
    ['two steps ago', -60, false],
    ['in two steps', 60, false],
  ])('a code of %s', async (_title, seconds, isTaken) => {
    expect((await enter({ username: 'li', code: codeAt(seconds) })).ok).toBe(isTaken)
  })

  test('a used code, and one of a step before it, is not taken again', async () => {
    expect(codeOf(await enter({ username: 'li', code: codeAt(0) }))).toBeNull()
    expect(codeOf(await enter({ username: 'li', code: codeAt(0) }))).toBe('sign-in-failed')
    expect(codeOf(await enter({ username: 'li', code: codeAt(-30) }))).toBe('sign-in-failed')
    expect(codeOf(await enter({ username: 'li', code: codeAt(30) }))).toBeNull()
  })

  test('of two sign-ins with the same code one wins', async () => {
    const both = await Promise.all([
      enter({ username: 'li', code: codeAt(0) }),
      enter({ username: 'li', code: codeAt(0) }),
    ])
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  test.each<[string, 'optional' | 'duties' | 'everyone', string, string]>([
    ['an inspector where it is optional', 'optional', 'wang', 'full'],
    ['an inspector where duties need it', 'duties', 'wang', 'full'],
    ['an inspector where everyone needs it', 'everyone', 'wang', 'enrollment-owed'],
    ['an auditor where duties need it', 'duties', 'sun', 'enrollment-owed'],
    ['whoever has one, where it is optional', 'optional', 'li', 'second-factor-owed'],
  ])('%s', async (_title, rule, username, expected) => {
    await house.add('sun', ['auditor'])
    await house.setRule(rule)
    expect(valueOf(await enter({ username })).standing).toBe(expected)
  })
})

describe('a session', () => {
  test.each<[string, readonly number[], string]>([
    ['used every 29 minutes stays', Array.from({ length: 24 }, () => 29 * 60), 'full'],
    ['left alone for 30 minutes stays', [30 * 60], 'full'],
    ['left alone for longer ends', [30 * 60 + 1], 'session-ended'],
    ['ends after 12 hours however busy', Array.from({ length: 48 }, () => 15 * 60), 'session-ended'],
  ])('%s', async (_title, pauses, expected) => {
    const { token } = valueOf(await enter({}))
    let last = ''
    for (const pause of pauses) {
      house.clock.pass(pause)
      last = await standing(token)
    }
    expect(last).toBe(expected)
  })

  test('goes on while the disk is full, until it has idled', async () => {
    const { token } = valueOf(await enter({}))
    const touchSession = async () => storeFault('store-full', 'people.sqlite')
    const full = { ...house, people: { ...house.people, touchSession } }
    house.clock.pass(20 * 60)
    expect(codeOf(await resolveSession(full, token))).toBeNull()
    house.clock.pass(20 * 60)
    expect(codeOf(await resolveSession(full, token))).toBe('session-ended')
  })

  test('that was signed out is over, and signing out again is no failure', async () => {
    const { token } = valueOf(await enter({}))
    expect(codeOf(await signOut(house, token, TRACE))).toBeNull()
    expect(codeOf(await signOut(house, token, TRACE))).toBeNull()
    expect(await standing(token)).toBe('session-ended')
    expect(await house.told()).toEqual(['sign-in done', 'sign-out done'])
  })

  test('that the browser had before is not the one after signing in', async () => {
    const before = valueOf(await enter({}))
    const after = valueOf(await enter({ replacing: before.token }))
    expect(await standing(before.token)).toBe('session-ended')
    expect(await standing(after.token)).toBe('full')
  })

  test.each([
    ['nothing', ''],
    ['no secret', 'd1.'],
    ['another district', 'd2.'],
    ['a long text', `d1.${'x'.repeat(100_000)}`],
  ])('is not opened by %s', async (_title, forged) => {
    const { token } = valueOf(await enter({}))
    const secret = forged === 'd2.' ? token.slice(3) : ''
    expect(await standing(forged + secret)).toBe('session-ended')
  })

  test('of a person who was disabled meanwhile ends', async () => {
    const { token } = valueOf(await enter({}))
    await house.people.savePerson({ ...(await house.person('wang')), state: 'disabled' })
    expect(await standing(token)).toBe('session-ended')
  })
})

test('where the access log cannot be written nobody gets in', async () => {
  const full = {
    ...house,
    accessLog: { ...house.accessLog, append: async () => storeFault('store-full', 'access.sqlite') },
  }
  expect(codeOf(await enter({}, full))).toBe('store-full')
})
