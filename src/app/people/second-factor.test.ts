import { TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { codeOf, peopleHouse, TRACE, valueOf, type PeopleHouse } from '../../../test/fixtures/people-house.ts'
import { disableSecondFactor, resetSecondFactor } from './disable-second-factor.ts'
import { beginSecondFactor, confirmSecondFactor } from './enroll-second-factor.ts'
import { resolveSession } from './resolve-session.ts'

let house: PeopleHouse
beforeEach(async () => {
  house = await peopleHouse()
  await house.add('li', ['assessor'])
})

const enter = async () => valueOf(await house.enter('li'))
const codeOfApp = (secret: string): string => new TOTP({ secret }).generate({ timestamp: house.clock.epochMs() })
const enroll = async (token: string) => {
  const { secret } = valueOf(await beginSecondFactor(house, token))
  const confirmed = valueOf(await confirmSecondFactor(house, token, codeOfApp(secret), TRACE))
  return { secret, ...confirmed }
}

describe('enrolling', () => {
  test('shows the app what it needs, and asks for codes once one was right', async () => {
    const { token } = await enter()
    const other = await enter()
    const { secret, uri } = valueOf(await beginSecondFactor(house, token))
    const parameters = new URL(uri)
    expect(parameters.protocol).toBe('otpauth:')
    expect(parameters.searchParams.get('secret')).toBe(secret)
    expect(decodeURIComponent(uri)).toContain('明衡 甲区:li')
    expect((await enter()).standing).toBe('full')
    const confirmed = valueOf(await confirmSecondFactor(house, token, codeOfApp(secret), TRACE))
    expect(confirmed.token).not.toBe(token)
    expect(codeOf(await resolveSession(house, token))).toBe('session-ended')
    expect(codeOf(await resolveSession(house, other.token))).toBe('session-ended')
    expect((await enter()).standing).toBe('second-factor-owed')
  })

  test('pays what a rule makes owed', async () => {
    await house.setRule('duties')
    const { token, standing } = await enter()
    expect(standing).toBe('enrollment-owed')
    expect((await enroll(token)).standing).toBe('full')
  })

  test('begun anew takes only the newer secret', async () => {
    const { token } = await enter()
    const before = valueOf(await beginSecondFactor(house, token))
    const after = valueOf(await beginSecondFactor(house, token))
    expect(codeOf(await confirmSecondFactor(house, token, codeOfApp(before.secret), TRACE))).toBe('second-factor-wrong')
    expect(codeOf(await confirmSecondFactor(house, token, codeOfApp(after.secret), TRACE))).toBeNull()
  })

  test('is refused before it was begun, and when it is done', async () => {
    const { token } = await enter()
    expect(codeOf(await confirmSecondFactor(house, token, '000000', TRACE))).toBe('second-factor-not-begun')
    const done = await enroll(token)
    expect(codeOf(await beginSecondFactor(house, done.token))).toBe('second-factor-enrolled')
    expect(codeOf(await confirmSecondFactor(house, done.token, '000000', TRACE))).toBe('second-factor-enrolled')
  })

  test('is not for a session that owes the second factor', async () => {
    await enroll((await enter()).token)
    const { token } = await enter()
    expect(codeOf(await beginSecondFactor(house, token))).toBe('session-needed')
    expect(codeOf(await disableSecondFactor(house, token, '000000', TRACE))).toBe('session-needed')
  })

  test('the code that confirmed does not sign in as well', async () => {
    const { secret } = await enroll((await enter()).token)
    expect(codeOf(await house.enter('li', { code: codeOfApp(secret) }))).toBe('sign-in-failed')
  })
})

describe('doing without', () => {
  test('needs a code, a fresh one', async () => {
    const { secret, token } = await enroll((await enter()).token)
    expect(codeOf(await disableSecondFactor(house, token, codeOfApp(secret), TRACE))).toBe('second-factor-wrong')
    house.clock.pass(30)
    expect(codeOf(await disableSecondFactor(house, token, codeOfApp(secret), TRACE))).toBeNull()
    expect((await enter()).standing).toBe('full')
  })

  test('is refused where the rule asks for one', async () => {
    const { token } = await enroll((await enter()).token)
    await house.setRule('everyone')
    expect(codeOf(await disableSecondFactor(house, token, '000000', TRACE))).toBe('second-factor-required')
  })

  test('after the phone was lost is for an administrator to arrange', async () => {
    const { token } = await enroll((await enter()).token)
    await house.add('admin', ['administrator'])
    const { personId } = await house.person('li')
    expect(codeOf(await resetSecondFactor(house, await house.actor('admin'), personId, TRACE))).toBeNull()
    expect(codeOf(await resolveSession(house, token))).toBe('session-ended')
    expect((await enter()).standing).toBe('full')
  })
})
