import { beforeEach, describe, expect, test } from 'vitest'
import { codeOf, peopleHouse, TRACE, valueOf, type PeopleHouse } from '../../../test/fixtures/people-house.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { Actor } from './actor.ts'
import { createApiToken, type NewApiToken } from './create-api-token.ts'
import { grantRoles } from './grant-roles.ts'
import { listApiTokens, revokeApiToken } from './manage-api-tokens.ts'
import { resolveApiToken } from './resolve-api-token.ts'
import { setPersonState } from './set-person-state.ts'
import { may } from './who-may.ts'

let house: PeopleHouse
let clerk: Actor
let admin: Actor
beforeEach(async () => {
  house = await peopleHouse()
  await house.add('admin', ['administrator'])
  await house.add('clerk', ['clerk'])
  clerk = await house.actor('clerk')
  admin = await house.actor('admin')
})

const importing: NewApiToken = { name: '导入', scopes: ['suspicion.raise'], expiresAt: '2021-06-01T00:00:00+08:00' }
const create = async (actor = clerk, differs: Partial<NewApiToken> = {}) =>
  createApiToken(house, actor, { ...importing, ...differs }, TRACE)

describe('an API token', () => {
  test('acts for its owner within its scopes', async () => {
    const { token } = valueOf(await create())
    const actor = valueOf(await resolveApiToken(house, token))
    expect(actor).toMatchObject({ personId: 'id-clerk', roles: ['clerk'], scopes: ['suspicion.raise'] })
    expect(may(actor, 'suspicion.raise', null)).toBe(true)
    expect(may(actor, 'evidence.add', null)).toBe(false)
    expect(may(actor, 'account.own', null)).toBe(false)
  })

  test.each<[string, Partial<NewApiToken>, string]>([
    ['for nothing in particular', { name: ' ' }, 'token-name-missing'],
    ['without scopes', { scopes: [] }, 'token-scopes-missing'],
    ['beyond what the owner may', { scopes: ['finding.substantiate'] }, 'token-scope-beyond'],
    ['with a scope that is none', { scopes: ['everything'] }, 'token-scope-beyond'],
    ['for the own account', { scopes: ['account.own'] }, 'token-scope-beyond'],
    ['that is over already', { expiresAt: '2021-03-01T09:00:00+08:00' }, 'token-expiry-wrong'],
    ['for more than a year', { expiresAt: '2023-03-01T09:00:00+08:00' }, 'token-expiry-wrong'],
    ['until a day that is none', { expiresAt: 'soon' }, 'token-expiry-wrong'],
  ])('%s is refused', async (_title, differs, code) => {
    expect(codeOf(await create(clerk, differs))).toBe(code)
  })

  test('for managing accounts is refused to an administrator too', async () => {
    expect(codeOf(await create(admin, { scopes: ['person.manage'] }))).toBe('token-scope-beyond')
  })

  test('is never made, listed or revoked by a token or an unfinished session', async () => {
    for (const scopes of [[], ['account.own'], ['suspicion.raise']] as const) {
      const limited = { ...clerk, scopes }
      expect(codeOf(await create(limited))).toBe('session-needed')
      expect(codeOf(await listApiTokens(house, limited))).toBe('session-needed')
      expect(codeOf(await revokeApiToken(house, limited, 'any', TRACE))).toBe('session-needed')
    }
  })

  test('ends with its time, its revocation, and its owner', async () => {
    const { token, tokenId } = valueOf(await create())
    const other = valueOf(await create())
    expect(codeOf(await revokeApiToken(house, clerk, tokenId, TRACE))).toBeNull()
    expect(codeOf(await resolveApiToken(house, token))).toBe('token-invalid')
    expect(codeOf(await resolveApiToken(house, other.token))).toBeNull()
    await setPersonState(house, admin, clerk.personId, 'disabled', TRACE)
    expect(codeOf(await resolveApiToken(house, other.token))).toBe('token-invalid')
    await setPersonState(house, admin, clerk.personId, 'active', TRACE)
    house.clock.set(timestamp('2021-06-01T00:00:00+08:00'))
    expect(codeOf(await resolveApiToken(house, other.token))).toBe('token-invalid')
  })

  test('loses with its owner what the owner loses', async () => {
    const { token } = valueOf(await create())
    await grantRoles(house, admin, clerk.personId, { roles: ['leader'], centerId: null }, TRACE)
    expect(may(valueOf(await resolveApiToken(house, token)), 'suspicion.raise', null)).toBe(false)
  })

  test('is the own one to list and revoke; an administrator sees and revokes all, a secret nobody', async () => {
    const { tokenId } = valueOf(await create())
    await house.add('wang', ['inspector'])
    const wang = await house.actor('wang')
    expect(valueOf(await listApiTokens(house, wang))).toEqual([])
    expect(codeOf(await revokeApiToken(house, wang, tokenId, TRACE))).toBe('token-unknown')
    const all = valueOf(await listApiTokens(house, admin))
    expect(all).toMatchObject([{ tokenId, ownerId: 'id-clerk', name: '导入' }])
    expect(Object.keys(all[0] ?? {})).not.toContain('tokenDigest')
    expect(codeOf(await revokeApiToken(house, admin, tokenId, TRACE))).toBeNull()
  })

  test.each(['', 'd1.', 'd1.short', `d1.${'x'.repeat(43)}`, 'x'.repeat(10_000)])('is not %j', async (text) => {
    expect(codeOf(await resolveApiToken(house, text))).toBe('token-invalid')
  })
})
