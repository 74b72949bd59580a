import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { here } from '../server/found-district.ts'
import { PASSWORD, serverFixture, type ServerFixture } from '../server/server-fixture.ts'
import { browserOf, type Browser } from './browser-of.ts'

const fixture = async (settings: Parameters<typeof serverFixture>[0] = {}): Promise<ServerFixture> =>
  serverFixture({ assessments: [], ...settings })

const ME = '/api/v1/me'
const SESSION = '/api/v1/session'

/** What the cookie opens, in a browser that has nothing else. */
const standingOf = async ({ app }: ServerFixture, cookie: string) =>
  (await app.inject({ url: ME, headers: { cookie } })).statusCode

test.each([
  ['made up', 'mingheng=d1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  ['empty', 'mingheng='],
  ['of another name', 'session=1; mingheng-sign-on=d1.x'],
])('a session set before signing in (%s) is none after it', async (_what, planted) => {
  const server = await fixture()
  const victim = browserOf(server.app, planted)
  expect((await victim.signIn('clerk')).statusCode).toBe(200)
  expect(victim.cookie()).not.toBe(planted)
  expect(await standingOf(server, planted)).toBe(401)
  expect(await standingOf(server, victim.cookie())).toBe(200)
})

test("an attacker's own session, planted in the victim's browser, does not become the victim's", async () => {
  const server = await fixture()
  const attacker = browserOf(server.app)
  await attacker.signIn('leader')
  const planted = attacker.cookie()
  const victim = browserOf(server.app, planted)
  await victim.signIn('clerk')
  expect(await standingOf(server, planted)).toBe(401)
})

test('a session has a new name after each step that adds rights, and the old one opens nothing', async () => {
  const server = await fixture()
  const browser = browserOf(server.app)
  const names: string[] = []
  const noted = async (step: Promise<{ statusCode: number; body: string }>) => {
    expect(await step).toMatchObject({ statusCode: 200 })
    for (const earlier of names) expect(await standingOf(server, earlier)).toBe(401)
    names.push(browser.cookie())
  }
  await noted(browser.signIn('clerk'))
  await noted(browser.ask('POST', `${ME}/password`, { current: PASSWORD, next: 'Other-River-43' }))
  const begun = await browser.ask('POST', `${ME}/second-factor`)
  const { secret } = begun.json<{ secret: string }>()
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(secret), digits: 6 }).generate({ timestamp: server.clock.epochMs() })
  await noted(browser.ask('POST', `${ME}/second-factor/confirm`, { code: code() }))
  server.clock.pass(60)
  const second = browserOf(server.app)
  expect((await second.signIn('clerk', 'Other-River-43')).json()).toMatchObject({ standing: 'second-factor-owed' })
  const owing = second.cookie()
  expect((await second.ask('GET', '/api/v1/tokens')).json()).toMatchObject({ code: 'second-factor-owed' })
  expect((await second.ask('POST', `${SESSION}/second-factor`, { code: code() })).statusCode).toBe(200)
  expect(second.cookie()).not.toBe(owing)
  expect(await standingOf(server, owing)).toBe(401)
  expect(new Set(names).size).toBe(names.length)
})

test('a code is good once, also in two browsers at once', async () => {
  const server = await fixture()
  const first = browserOf(server.app)
  await first.signIn('clerk')
  const { secret } = (await first.ask('POST', `${ME}/second-factor`)).json<{ secret: string }>()
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6 })
  const code = () => totp.generate({ timestamp: server.clock.epochMs() })
  await first.ask('POST', `${ME}/second-factor/confirm`, { code: code() })
  server.clock.pass(60)
  const both = [browserOf(server.app), browserOf(server.app)]
  for (const browser of both) await browser.signIn('clerk')
  const passed = await Promise.all(
    both.map(async (one) => one.ask('POST', `${SESSION}/second-factor`, { code: code() })),
  )
  expect(passed.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 401])
})

test.each<[what: string, path: string, body: object | undefined]>([
  ['other roles', 'roles', { roles: ['inspector', 'clerk'], centerId: null }],
  ['being disabled', 'state', { state: 'disabled' }],
])('%s end the sessions of a person and whatever they could do', async (_what, path, body) => {
  const server = await fixture()
  const browser = browserOf(server.app)
  await browser.signIn('inspector')
  const changed = await server.ask(here('administrator'), {
    method: 'PUT',
    url: `/api/v1/people/d1-inspector/${path}`,
    ...(body ? { payload: body } : {}),
  })
  expect(changed.statusCode).toBe(200)
  expect(await standingOf(server, browser.cookie())).toBe(401)
})

test('signing out ends the session, for whoever kept its cookie too', async () => {
  const server = await fixture()
  const browser = browserOf(server.app)
  await browser.signIn('clerk')
  const kept = browser.cookie()
  const out = await browser.ask('DELETE', SESSION)
  expect(out.statusCode).toBe(204)
  expect(String(out.headers['set-cookie'])).toMatch(/^mingheng=; Max-Age=0/)
  expect(await standingOf(server, kept)).toBe(401)
})

test.each<[seconds: number, every: number, status: number]>([
  [29 * 60, 29 * 60, 200],
  [31 * 60, 31 * 60, 401],
  [11 * 3600, 20 * 60, 200],
  [12 * 3600, 20 * 60, 401],
])('after %i seconds, with a request every %i, a session answers %i', async (seconds, every, status) => {
  const server = await fixture()
  const browser = browserOf(server.app)
  await browser.signIn('clerk')
  let last = 0
  for (let passed = 0; passed < seconds; passed += every) {
    server.clock.pass(every)
    last = (await browser.ask('GET', ME)).statusCode
  }
  expect(last).toBe(status)
})

test.each<[what: string, headers: Readonly<Record<string, string>>, code: string]>([
  ['no token', { 'x-csrf-token': '' }, 'csrf-token-wrong'],
  ['its token and another origin', { origin: 'https://evil.example' }, 'cross-site'],
  ['its token and an opaque origin', { origin: 'null' }, 'cross-site'],
  ['its token and an origin that begins alike', { origin: 'http://localhost:80.evil.example' }, 'cross-site'],
  ['its token from another site', { 'sec-fetch-site': 'cross-site' }, 'cross-site'],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'body-unsupported'],
  ['a form of text', { 'content-type': 'text/plain;charset=UTF-8' }, 'body-unsupported'],
  ['a form of parts', { 'content-type': 'multipart/form-data; boundary=x' }, 'body-unsupported'],
])('a page of another site that writes with %s is refused', async (_what, headers, code) => {
  const server = await fixture()
  const browser = browserOf(server.app)
  await browser.signIn('clerk')
  const body = { name: 'x', scopes: ['message.read'], expiresAt: '2021-08-01T00:00:00+08:00' }
  const own = { host: 'localhost:80', ...headers }
  expect((await browser.ask('POST', '/api/v1/tokens', body, own)).json()).toMatchObject({ code })
  expect((await browser.ask('GET', '/api/v1/tokens')).json()).toEqual({ tokens: [] })
})

test("another session's CSRF token is worth nothing, of the same person too", async () => {
  const server = await fixture()
  const [one, other] = [browserOf(server.app), browserOf(server.app)]
  for (const browser of [one, other]) await browser.signIn('clerk')
  const reply = await one.ask('DELETE', SESSION, undefined, { 'x-csrf-token': other.csrfToken() })
  expect(reply.json()).toMatchObject({ code: 'csrf-token-wrong' })
})

test('a page of another site can sign nobody in', async () => {
  const { app } = await fixture()
  const payload = { district: 'd1', username: 'clerk', password: PASSWORD }
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
    expect((await app.inject({ method: 'POST', url: SESSION, payload, headers })).json()).toMatchObject({
      code: 'cross-site',
    })
})

test('behind https the cookie is bound to the host, unseen by scripts, and goes to no other site', async () => {
  const { app } = await fixture({ settings: { publicUrl: 'https://kaohe.example' } })
  const payload = { district: 'd1', username: 'clerk', password: PASSWORD }
  const reply = await app.inject({ method: 'POST', url: SESSION, payload, headers: { host: 'evil.example' } })
  const [name = '', ...flags] = String(reply.headers['set-cookie']).split('; ')
  expect(name).toMatch(/^__Host-mingheng=/)
  expect(flags.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure'])
})

test.each<[what: string, ask: (browser: Browser) => ReturnType<Browser['ask']>]>([
  ['an answer', (browser) => browser.ask('GET', ME)],
  ['a refusal', (browser) => browser.ask('GET', '/api/v1/people')],
  ['an address that is none', (browser) => browser.ask('GET', '/nothing')],
])('%s stays in no cache, in no frame, and is not sniffed', async (_what, ask) => {
  const { app } = await fixture()
  const browser = browserOf(app)
  await browser.signIn('clerk')
  const { headers } = await ask(browser)
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined()
})

test('no other site is let in by CORS', async () => {
  const { app } = await fixture()
  const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
  const reply = await app.inject({ method: 'OPTIONS', url: SESSION, headers: asked })
  expect(reply.statusCode).toBeGreaterThanOrEqual(400)
  expect(reply.headers['access-control-allow-origin']).toBeUndefined()
})
