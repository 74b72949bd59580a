import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { abroad, here } from './found-district.ts'
import { PASSWORD, serverFixture, type ServerFixture } from './server-fixture.ts'

const fixture = async () => serverFixture({ assessments: [] })

/** What a browser keeps of an answer: its cookie and the CSRF token. */
function kept(response: { readonly headers: Record<string, unknown>; readonly json: () => unknown }) {
  const cookie = String(response.headers['set-cookie']).split(';')[0] ?? ''
  return { cookie, 'x-csrf-token': (response.json() as { csrfToken: string }).csrfToken }
}

async function signIn({ app }: Pick<ServerFixture, 'app'>, payload: object, headers: Record<string, string> = {}) {
  return app.inject({ method: 'POST', url: '/api/v1/session', payload: { district: 'd1', ...payload }, headers })
}

test('who signs in gets a cookie that no script reads and no other site sends', async () => {
  const house = await fixture()
  const signed = await signIn(house, { username: 'assessor', password: PASSWORD })
  expect(signed.statusCode).toBe(200)
  expect(signed.headers['set-cookie']).toMatch(/^mingheng=\S+; Path=\/; HttpOnly; SameSite=Strict$/)
  const me = await house.app.inject({ url: '/api/v1/me', headers: kept(signed) })
  expect(me.json()).toMatchObject({
    personId: 'd1-assessor',
    standing: 'full',
    csrfToken: kept(signed)['x-csrf-token'],
  })
})

test('behind https the cookie is bound to the host', async () => {
  const house = await serverFixture({ assessments: [], settings: { publicUrl: 'https://k.example' } })
  const signed = await signIn(house, { username: 'assessor', password: PASSWORD })
  expect(signed.headers['set-cookie']).toMatch(/^__Host-mingheng=\S+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
})

test.each<[given: string, payload: object, headers: Record<string, string>, status: number, code: string]>([
  ['a wrong password', { username: 'assessor', password: 'x' }, {}, 401, 'sign-in-failed'],
  ['nobody’s name', { username: 'nobody', password: PASSWORD }, {}, 401, 'sign-in-failed'],
  ['another district', { district: 'd9', username: 'assessor', password: PASSWORD }, {}, 401, 'sign-in-failed'],
  [
    'no district where there are two',
    { district: undefined, username: 'assessor', password: PASSWORD },
    {},
    404,
    'tenant-unknown',
  ],
  ['another site', { username: 'assessor', password: PASSWORD }, { origin: 'https://evil.example' }, 403, 'cross-site'],
])('signing in with %s is refused', async (_given, payload, headers, status, code) => {
  const refused = await signIn(await fixture(), payload, headers)
  expect([refused.statusCode, refused.json().code]).toEqual([status, code])
  expect(refused.headers['set-cookie']).toBeUndefined()
})

test('signing in ends the session that the browser had; signing out ends this one', async () => {
  const house = await fixture()
  const first = kept(await signIn(house, { username: 'assessor', password: PASSWORD }))
  const second = kept(await signIn(house, { username: 'assessor', password: PASSWORD }, { cookie: first.cookie }))
  expect(second.cookie).not.toBe(first.cookie)
  const me = async (headers: Record<string, string>) =>
    (await house.app.inject({ url: '/api/v1/me', headers })).statusCode
  expect([await me(first), await me(second)]).toEqual([401, 200])
  const out = await house.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: second })
  expect(out.statusCode).toBe(204)
  expect(out.headers['set-cookie']).toMatch(/mingheng=; Max-Age=0/)
  expect(await me(second)).toBe(401)
})

test('a second factor is owed before anything else, and opens the session under another token', async () => {
  const house = await fixture()
  const begun = await house.ask(here('assessor'), { method: 'POST', url: '/api/v1/me/second-factor' })
  const { secret } = begun.json()
  const codeAt = () => new TOTP({ secret }).generate({ timestamp: house.clock.epochMs() })
  const own = await house.session(here('assessor'))
  const confirm = { method: 'POST', url: '/api/v1/me/second-factor/confirm' } as const
  expect((await house.app.inject({ ...confirm, payload: { code: codeAt() }, headers: own })).statusCode).toBe(200)
  house.clock.pass(60)

  const half = await signIn(house, { username: 'assessor', password: PASSWORD })
  expect(half.json().standing).toBe('second-factor-owed')
  const refused = await house.app.inject({ url: '/api/v1/tokens', headers: kept(half) })
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'second-factor-owed'])
  const pass = { method: 'POST', url: '/api/v1/session/second-factor' } as const
  const whole = await house.app.inject({ ...pass, payload: { code: codeAt() }, headers: kept(half) })
  expect(whole.json().standing).toBe('full')
  expect((await house.app.inject({ url: '/api/v1/me', headers: kept(half) })).statusCode).toBe(401)
  expect((await house.app.inject({ url: '/api/v1/tokens', headers: kept(whole) })).statusCode).toBe(200)
})

test('an administrator keeps people; a one-time password is shown once', async () => {
  const house = await fixture()
  const admin = here('administrator')
  const person = {
    username: 'wang',
    name: '王某',
    roles: ['inspector'],
    centerId: null,
    email: null,
    hasPassword: true,
  }
  const create = {
    method: 'POST',
    url: '/api/v1/people',
    payload: person,
    headers: { 'idempotency-key': 'create-wang' },
  } as const
  const created = await house.ask(admin, create)
  expect(created.statusCode).toBe(201)
  expect((await house.ask(admin, create)).json().code).toBe('answer-shown-once')
  const { personId, oneTimePassword } = created.json()
  const first = await signIn(house, { username: 'wang', password: oneTimePassword })
  expect(first.json().standing).toBe('password-change-owed')
  const denied = await house.app.inject({ url: '/api/v1/messages', headers: kept(first) })
  expect(denied.json().code).toBe('new-password-owed')

  const put = async (path: string, payload: object) =>
    (await house.ask(admin, { method: 'PUT', url: `/api/v1/people/${personId}/${path}`, payload })).statusCode
  expect(await put('details', { name: '王五', email: 'w@example.cn' })).toBe(200)
  expect(await put('roles', { roles: ['assessor'], centerId: null })).toBe(200)
  expect(await put('state', { state: 'disabled' })).toBe(200)
  const list = await house.ask(admin, { url: '/api/v1/people?limit=200' })
  expect(list.json().people).toContainEqual(
    expect.objectContaining({ username: 'wang', name: '王五', roles: ['assessor'], state: 'disabled' }),
  )
  expect(
    (await house.ask(abroad('administrator'), { method: 'POST', url: `/api/v1/people/${personId}/password-reset` }))
      .statusCode,
  ).toBe(404)
})

test('lists go on where they stopped', async () => {
  const house = await fixture()
  const names: string[] = []
  let cursor = ''
  do {
    const page = await house.ask(here('auditor'), { url: `/api/v1/people?limit=4${cursor && `&cursor=${cursor}`}` })
    names.push(...page.json().people.map(({ username }: { username: string }) => username))
    cursor = page.json().next ?? ''
  } while (cursor !== '')
  expect(names).toHaveLength(12)
  expect(new Set(names).size).toBe(12)
  expect((await house.ask(here('auditor'), { url: '/api/v1/people?cursor=Zz' })).json().code).toBe('cursor-wrong')
})

test('a token is shown once, works within its scopes, and ends when it is revoked', async () => {
  const house = await fixture()
  const payload = { name: '报表', scopes: ['message.read'], expiresAt: '2021-12-31T00:00:00+08:00' }
  const created = (await house.ask(here('assessor'), { method: 'POST', url: '/api/v1/tokens', payload })).json()
  const headers = { authorization: `Bearer ${created.token}` }
  const read = async (url: string) => (await house.app.inject({ url, headers })).statusCode
  expect([await read('/api/v1/messages'), await read('/api/v1/assessments')]).toEqual([200, 403])
  const revoke = { method: 'DELETE', url: `/api/v1/tokens/${created.tokenId}` } as const
  expect((await house.ask(here('assessor'), revoke)).statusCode).toBe(200)
  expect(await read('/api/v1/messages')).toBe(401)
})

test('the access log is the auditor’s, and tells of refusals', async () => {
  const house = await fixture()
  expect((await house.ask(here('administrator'), { url: '/api/v1/access-log' })).statusCode).toBe(403)
  const log = await house.ask(here('auditor'), { url: '/api/v1/access-log?result=refused' })
  expect(log.json().entries).toMatchObject([
    { personId: 'd1-administrator', action: 'access-log.read', reason: 'forbidden' },
  ])
})

test('a calendar is added once', async () => {
  const house = await fixture()
  const calendar = { version: '2023', from: '2023-01-01', to: '2023-12-31', restDays: ['2023-01-02'], workDays: [] }
  const add = async (payload: object) =>
    house.ask(here('administrator'), { method: 'POST', url: '/api/v1/calendars', payload })
  expect((await add(calendar)).statusCode).toBe(201)
  expect((await add(calendar)).statusCode).toBe(200)
  expect((await add({ ...calendar, restDays: [] })).json().code).toBe('calendar-differs')
  const listed = await house.ask(here('center-west'), { url: '/api/v1/calendars' })
  expect(listed.json().calendars).toContainEqual(calendar)
})

test('too many attempts for one account are refused wherever they come from', async () => {
  const rates = { requests: null, signInByAddress: null, signInByAccount: 3 }
  const house = await serverFixture({
    assessments: [],
    settings: { rates, trustedProxies: ['127.0.0.1'], publicUrl: 'http://k' },
  })
  const attempt = async (n: number, username = 'assessor') =>
    signIn(house, { username, password: 'x' }, { 'x-forwarded-for': `10.0.0.${n}` })
  for (let n = 1; n <= 3; n += 1) expect((await attempt(n)).statusCode).toBe(401)
  const fourth = await attempt(4)
  expect([fourth.statusCode, fourth.json().code]).toEqual([429, 'rate-limited'])
  expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0)
  expect((await attempt(5, 'reviewer')).statusCode).toBe(401)
})
