import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  CALLBACK,
  CLIENT_ID,
  CLIENT_SECRET,
  openidProvider,
  type OpenidProvider,
} from '../../../test/fixtures/openid-provider.ts'
import {
  codeOf,
  HOUSE_DISTRICT,
  peopleHouse,
  TRACE,
  valueOf,
  type PeopleHouse,
} from '../../../test/fixtures/people-house.ts'
import { openidSignOn, type OpenidSettings } from '../../adapters/sign-on/openid-sign-on.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import type { SignOnProvider } from '../ports/sign-on-provider.ts'
import { ATTEMPT_SECONDS, beginSignOn } from './begin-sign-on.ts'
import { finishSignOn, type SignOnRule } from './finish-sign-on.ts'
import { resolveSession } from './resolve-session.ts'

let provider: OpenidProvider
let signOn: SignOnProvider
let house: PeopleHouse

beforeAll(async () => {
  provider = await openidProvider()
  signOn = openidSignOn(settings({}))
})
afterAll(() => provider.close())
beforeEach(async () => {
  house = await peopleHouse()
  await house.add('wang', ['inspector'], { email: 'wang@example.org' })
})

const BY_USERNAME: SignOnRule = { claim: 'preferred_username', names: 'username' }
const BY_EMAIL: SignOnRule = { claim: 'email', names: 'email' }

function settings(differs: Partial<OpenidSettings>): OpenidSettings {
  const own = { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, redirectUri: CALLBACK, allowsPlainHttp: true }
  return { issuer: provider.issuer, ...own, scope: 'openid profile email', ...differs }
}

async function begun() {
  return valueOf(await beginSignOn(house, HOUSE_DISTRICT, signOn))
}

async function enter(rule = BY_USERNAME) {
  const { attempt, url } = await begun()
  const callbackUrl = await provider.visit(url)
  return finishSignOn(house, signOn, rule, { district: HOUSE_DISTRICT, attempt, callbackUrl, replacing: null }, TRACE)
}

describe('who comes from the provider', () => {
  test('gets the account that the claim names, and is linked to it', async () => {
    provider.login('s1', { preferred_username: 'Wang' })
    const { token, standing } = valueOf(await enter())
    expect(standing).toBe('full')
    expect(valueOf(await resolveSession(house, token)).actor.personId).toBe('id-wang')
    expect((await house.person('wang')).signOns).toEqual([{ issuer: provider.issuer, subject: 's1' }])
    expect(await house.told()).toEqual(['sign-on-link done', 'sign-in done sign-on'])
  })

  test('is known by the subject from then on, whatever the claim says', async () => {
    provider.login('s1', { preferred_username: 'wang' })
    await enter()
    await house.add('li', ['assessor'])
    provider.login('s1', { preferred_username: 'li' })
    const { token } = valueOf(await enter())
    expect(valueOf(await resolveSession(house, token)).actor.personId).toBe('id-wang')
  })

  test('does not take over an account that another subject is linked to', async () => {
    provider.login('s1', { preferred_username: 'wang' })
    await enter()
    provider.login('s2', { preferred_username: 'wang' })
    expect(codeOf(await enter())).toBe('sign-on-unlinked')
  })

  test.each<[string, Readonly<Record<string, unknown>>, SignOnRule, string | null]>([
    ['a username that nobody has', { preferred_username: 'nobody' }, BY_USERNAME, 'sign-on-unlinked'],
    ['no such claim', {}, BY_USERNAME, 'sign-on-unlinked'],
    ['a verified e-mail address', { email: 'WANG@example.org', email_verified: true }, BY_EMAIL, null],
    [
      'an e-mail address not verified',
      { email: 'wang@example.org', email_verified: false },
      BY_EMAIL,
      'sign-on-unlinked',
    ],
    [
      'an e-mail address of two people',
      { email: 'two@example.org', email_verified: true },
      BY_EMAIL,
      'sign-on-unlinked',
    ],
    ['somebody disabled', { preferred_username: 'gone' }, BY_USERNAME, 'sign-on-unlinked'],
  ])('with %s', async (title, claims, rule, code) => {
    await house.add('one', ['clerk'], { email: 'two@example.org' })
    await house.add('two', ['clerk'], { email: 'Two@example.org' })
    await house.add('gone', ['clerk'], { state: 'disabled' })
    const before = valueOf(await house.people.people(HOUSE_DISTRICT, null, 100)).length
    provider.login(title, claims)
    expect(codeOf(await enter(rule))).toBe(code)
    expect(valueOf(await house.people.people(HOUSE_DISTRICT, null, 100))).toHaveLength(before)
  })

  test('is asked for the own second factor too', async () => {
    await house.add('li', ['assessor'], {
      secondFactor: { secret: 'JBSWY3DPEHPK3PXP', isConfirmed: true, lastStep: null },
    })
    provider.login('s3', { preferred_username: 'li' })
    expect(valueOf(await enter()).standing).toBe('second-factor-owed')
  })
})

describe('coming back', () => {
  beforeEach(() => provider.login('s1', { preferred_username: 'wang' }))
  const finish = (attempt: string, callbackUrl: string, on = signOn, district = HOUSE_DISTRICT) =>
    finishSignOn(house, on, BY_USERNAME, { district, attempt, callbackUrl, replacing: null }, TRACE)

  test('twice with the same answer lets in once', async () => {
    const { attempt, url } = await begun()
    const callbackUrl = await provider.visit(url)
    const both = await Promise.all([finish(attempt, callbackUrl), finish(attempt, callbackUrl)])
    expect(new Set(both.map(codeOf))).toEqual(new Set([null, 'sign-on-expired']))
  })

  test('too late is refused', async () => {
    const { attempt, url } = await begun()
    const callbackUrl = await provider.visit(url)
    house.clock.pass(ATTEMPT_SECONDS)
    expect(codeOf(await finish(attempt, callbackUrl))).toBe('sign-on-expired')
  })

  test("through another district's provider is refused, whomever that provider names", async () => {
    const { attempt, url } = await begun()
    const callbackUrl = await provider.visit(url)
    expect(codeOf(await finish(attempt, callbackUrl, signOn, id<TenantId>('d2')))).toBe('sign-on-expired')
    expect(codeOf(await finish(attempt, callbackUrl))).toBeNull()
  })

  test("in another browser, with one's own attempt, is refused", async () => {
    const mine = await begun()
    const theirs = await begun()
    expect(codeOf(await finish(mine.attempt, await provider.visit(theirs.url)))).toBe('sign-on-rejected')
    expect(codeOf(await finish('d1.', CALLBACK))).toBe('sign-on-expired')
  })

  test.each([
    ['an error of the provider', '?error=access_denied&state='],
    ['a made-up code', '?code=abc&state='],
    ['nothing', '?x='],
  ])('with %s is refused', async (_title, query) => {
    const { attempt, url } = await begun()
    const state = new URL(url).searchParams.get('state') ?? ''
    expect(codeOf(await finish(attempt, CALLBACK + query + state))).toBe('sign-on-rejected')
    expect((await house.told()).at(-1)).toBe('sign-in failed sign-on-rejected')
  })

  test('to a program with another client secret is refused', async () => {
    const { attempt, url } = await begun()
    const other = openidSignOn(settings({ clientSecret: 'another' }))
    expect(codeOf(await finish(attempt, await provider.visit(url), other))).toBe('sign-on-rejected')
  })
})

test('a provider that does not answer is said to be out of reach, and asked again the next time', async () => {
  const gone = openidSignOn(settings({ issuer: 'http://127.0.0.1:1' }))
  expect(codeOf(await beginSignOn(house, HOUSE_DISTRICT, gone))).toBe('sign-on-unreachable')
  expect(codeOf(await beginSignOn(house, HOUSE_DISTRICT, gone))).toBe('sign-on-unreachable')
})

test('the address asks for a code with PKCE, state and nonce', async () => {
  const { url } = await begun()
  expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
    response_type: 'code',
    client_id: CLIENT_ID,
    redirect_uri: CALLBACK,
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/.{20}/),
    nonce: expect.stringMatching(/.{20}/),
  })
})
