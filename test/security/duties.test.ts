import { expect, test } from 'vitest'
import type { Role } from '../../src/app/people/role.ts'
import { ACTIONS, may, type Action } from '../../src/app/people/who-may.ts'
import { id, type PersonId } from '../../src/core/kernel/identifiers.ts'
import { alleged } from '../fixtures/acting-story.ts'
import { somePerson } from '../fixtures/some-person.ts'
import { east, here, type Username } from '../server/found-district.ts'
import { serverFixture, type ServerFixture } from '../server/server-fixture.ts'
import { bonus, CANARY, decision, plantWorld } from './planted-world.ts'
import { versionsOf } from './request-of.ts'

const A1 = '/api/v1/assessments/a1'
const reason = '经核对'

async function world() {
  const server = await serverFixture({ assessments: [] })
  await plantWorld(server, 'd1')
  const person = async (username: string, roles: readonly Role[], centerId: typeof east | null = null) => {
    const [tenantId] = here('clerk')
    await server.parts.people.people.addPerson(
      somePerson({ tenantId, personId: id<PersonId>(`d1-${username}`), username, name: username, roles, centerId }),
    )
  }
  const ask = async (who: string, url: string, payload: object, subject = '') => {
    const version = (await versionsOf(server)).get(subject) ?? 0
    const headers = { 'if-match': `"${version}"` }
    const reply = await server.ask([here('clerk')[0], who], { method: 'POST', url: `${A1}/${url}`, payload, headers })
    return reply.statusCode === 200 ? null : reply.json<{ code: string }>().code
  }
  return { server, person, ask }
}

test('who substantiated, priced or reported a finding does not review the appeal against it', async () => {
  const { person, ask } = await world()
  await person('both', ['assessor', 'reviewer', 'inspector'])
  const uphold = async (name: string, who: string) =>
    ask(who, `findings/${name}/appeals/p-${name}/uphold`, { reason }, `findings/${name}`)
  const appeal = async (name: string) =>
    ask('center-east', `findings/${name}/appeals`, { appealId: `p-${name}`, grounds: '在岗', evidence: [] })
  await ask('both', 'findings/replied/substantiate', decision(), 'findings/replied')
  await appeal('replied')
  expect(await uphold('replied', 'both')).toBe('appeal-by-decider')
  expect(await uphold('replied', 'reviewer')).toBeNull()
  await ask('both', 'findings/unpriced/amount', { points: 200, reason, precedents: [] }, 'findings/unpriced')
  await appeal('unpriced')
  expect(await uphold('unpriced', 'both')).toBe('appeal-by-decider')
  await ask('both', 'findings', { ...alleged(), findingId: 'mine', centerId: 'east' })
  await ask('assessor', 'findings/mine/notify', {})
  await ask('center-east', 'findings/mine/accept', { statement: '' })
  await ask('assessor', 'findings/mine/substantiate', decision(), 'findings/mine')
  await appeal('mine')
  expect(await uphold('mine', 'both')).toBe('reviewer-reported')
})

test('nobody acts for the office on the center that he or she belongs to', async () => {
  const { person, ask } = await world()
  await person('own', ['inspector', 'assessor', 'reviewer'], east)
  const refused = 'decider-of-own-center'
  expect(await ask('inspector-east', 'findings', { ...alleged(), findingId: 'x', centerId: 'east' })).toBe(
    'inspector-of-own-center',
  )
  expect(await ask('inspector-east', 'findings', { ...alleged(), findingId: 'x', centerId: 'west' })).toBeNull()
  expect(await ask('own', 'findings/replied/substantiate', decision(), 'findings/replied')).toBe(refused)
  expect(await ask('own', 'findings/replied/dismiss', { reason }, 'findings/replied')).toBe(refused)
  expect(
    await ask('own', 'findings/decided/correct', { occurrences: 1, points: null, reason }, 'findings/decided'),
  ).toBe(refused)
  expect(await ask('own', 'findings/appealed/appeals/appeal/reverse', { reason }, 'findings/appealed')).toBe(refused)
  const approval = { occurrences: 1, points: 50, reason }
  expect(await ask('own', 'bonuses/proposed/approve', approval, 'bonuses/proposed')).toBe(refused)
})

test('who proposed a bonus does not approve it', async () => {
  const { ask } = await world()
  expect(await ask('assessor', 'bonuses', bonus('b9', 'east', '上门办'))).toBeNull()
  const approval = { occurrences: 1, points: 50, reason }
  expect(await ask('assessor', 'bonuses/b9/approve', approval, 'bonuses/b9')).toBe('bonus-by-proposer')
  expect(await ask('assessor-2', 'bonuses/b9/approve', approval, 'bonuses/b9')).toBeNull()
})

const grant = async (
  server: ServerFixture,
  username: string,
  roles: readonly string[],
  centerId: string | null = null,
) => {
  const reply = await server.ask(here('administrator'), {
    method: 'PUT',
    url: `/api/v1/people/d1-${username}/roles`,
    payload: { roles, centerId },
  })
  return reply.statusCode === 200 ? null : reply.json<{ code: string }>().code
}

test('an administrator gives nobody, and least of all himself, two hands that must be apart', async () => {
  const { server } = await world()
  expect(await grant(server, 'administrator', ['assessor'])).toBe('own-account')
  expect(await grant(server, 'administrator', ['administrator', 'assessor'])).toBe('roles-conflict')
  for (const role of ['assessor', 'reviewer', 'auditor'])
    expect(await grant(server, 'inspector', ['administrator', role])).toBe('roles-conflict')
  expect(await grant(server, 'inspector', ['superuser'])).toBe('role-unknown')
  expect(await grant(server, 'inspector', ['center'])).toBe('center-missing')
})

test('an administrator reads nothing of a finding, a sheet, a ledger or evidence', async () => {
  const { server } = await world()
  for (const path of ['findings', 'findings/decided', 'bonuses', 'sheets/east', 'ranking', 'ledger', 'live', 'bundle'])
    expect([path, (await server.ask(here('administrator'), { url: `${A1}/${path}` })).statusCode]).toEqual([path, 403])
  for (const url of [A1, '/api/v1/assessments', '/api/v1/todos', '/api/v1/messages', '/api/v1/deliveries/counts']) {
    const { body, statusCode } = await server.ask(here('administrator'), { url })
    expect([url, statusCode, body.includes(CANARY) || body.includes('东描述')]).toEqual([url, 200, false])
  }
})

test.each<[who: Username, scope: string]>([
  ['clerk', 'finding.substantiate'],
  ['center-east', 'ledger.read'],
  ['administrator', 'person.manage'],
  ['assessor', 'account.own'],
  ['auditor', 'nothing.known'],
])('%s makes no token for %s', async (who, scope) => {
  const server = await serverFixture({ assessments: [] })
  const payload = { name: '程序', scopes: [scope], expiresAt: '2021-08-01T00:00:00+08:00' }
  const reply = await server.ask(here(who), { method: 'POST', url: '/api/v1/tokens', payload })
  expect(reply.json()).toMatchObject({ code: 'token-scope-beyond' })
})

test('a token does what it names and its owner still may, makes no other, and ends with its owner', async () => {
  const server = await serverFixture({ assessments: [] })
  const scopes: readonly Action[] = ['finding.read', 'message.read']
  const payload = { name: '程序', scopes, expiresAt: '2021-08-01T00:00:00+08:00' }
  const made = await server.ask(here('inspector'), { method: 'POST', url: '/api/v1/tokens', payload })
  const headers = { authorization: `Bearer ${made.json<{ token: string }>().token}` }
  const me = await server.app.inject({ url: '/api/v1/me', headers })
  expect(me.json()).toMatchObject({ actions: scopes, csrfToken: null })
  const key = { 'idempotency-key': 'token-of-token' }
  const again = await server.app.inject({
    method: 'POST',
    url: '/api/v1/tokens',
    payload,
    headers: { ...headers, ...key },
  })
  expect(again.statusCode).toBe(403)
  await grant(server, 'inspector', ['clerk'])
  expect((await server.app.inject({ url: '/api/v1/me', headers })).json()).toMatchObject({ actions: ['message.read'] })
  const disable = { method: 'PUT', url: '/api/v1/people/d1-inspector/state', payload: { state: 'disabled' } } as const
  await server.ask(here('administrator'), disable)
  expect((await server.app.inject({ url: '/api/v1/me', headers })).json()).toMatchObject({ code: 'token-invalid' })
})

test('no role may do everything, and nobody without a role anything', () => {
  const entitled = (roles: readonly Role[]) =>
    ACTIONS.filter((action) => may({ roles, centerId: east, scopes: null }, action, east))
  expect(entitled([])).toEqual([])
  for (const role of ['administrator', 'auditor', 'leader'] as const)
    expect(entitled([role])).not.toContain('finding.substantiate')
})
