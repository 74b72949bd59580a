import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { a1 } from './found-assessment.ts'
import { here, USERNAMES } from './found-district.ts'
import { PASSWORD, serverFixture } from './server-fixture.ts'

test('nothing personal is in the log, whatever happens', async () => {
  const lines: string[] = []
  const sink = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      lines.push(piece.toString())
      done()
    },
  })
  const house = await serverFixture({ logger: pino({ level: 'trace' }, sink) })
  const session = await house.session(here('assessor'))
  const token = await house.token(here('center-east'))
  const payload = { district: 'd1', username: 'assessor', password: PASSWORD }
  await house.app.inject({ method: 'POST', url: '/api/v1/session', payload })
  await house.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { ...payload, password: 'Wrong-Secret-1' },
  })
  await house.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: '{"password":"Broken-Secret-1',
    headers: { 'content-type': 'application/json' },
  })
  await house.app.inject({ url: '/api/v1/me?who=李四', headers: session })
  await house.app.inject({ url: `/api/v1/assessments/${a1}/findings`, headers: token })
  await house.app.inject({ url: '/李四/secret-path', headers: { ...token, 'x-request-id': 'evil\nline' } })
  await house.ask(here('administrator'), {
    method: 'POST',
    url: '/api/v1/people',
    payload: {
      username: 'wangwu',
      name: '王五',
      roles: ['clerk'],
      centerId: null,
      email: 'w@example.cn',
      hasPassword: true,
    },
  })
  // A bug whose message quotes what a person wrote.
  const clash = { ...house.parts.people.people, people: async () => Promise.reject(new Error('王五 w@example.cn')) }
  Object.assign(house.parts.people, { people: clash })
  expect((await house.ask(here('administrator'), { url: '/api/v1/people' })).statusCode).toBe(500)

  const log = lines.join('')
  expect(lines.length).toBeGreaterThan(7)
  expect(log).toContain('"route":"/api/v1/people"')
  expect(log).toMatch(/"kind":"Error","at":\["at /)
  const secrets = [
    PASSWORD,
    'Wrong-Secret-1',
    'Broken-Secret-1',
    '李四',
    '王五',
    'wangwu',
    'w@example.cn',
    'secret-path',
    '张',
  ]
  const credentials = [session.cookie, session['x-csrf-token'], token['authorization']].map(
    (text) => text?.slice(-30) ?? '',
  )
  for (const word of [...secrets, ...credentials, ...USERNAMES.map((name) => `"${name}"`)])
    expect(log).not.toContain(word)
})

test.each<[given: string, id: string, isTaken: boolean]>([
  ['a plain one', 'proxy-id-0001', true],
  ['one with a line break', 'evil\nid-0001', false],
  ['one that is too long', 'x'.repeat(65), false],
])('a request id is taken from %s', async (_given, id, isTaken) => {
  const { app } = await serverFixture({ assessments: [] })
  const response = await app.inject({ url: '/healthz', headers: { 'x-request-id': id } })
  expect(response.headers['x-request-id'] === id).toBe(isTaken)
  expect(response.headers['x-request-id']).toMatch(/^[\w-]{8,64}$/)
})

test('metrics count requests by route, events and the rest, for this machine only', async () => {
  const { app, ask } = await serverFixture()
  await ask(here('assessor'), { url: `/api/v1/assessments/${a1}/findings` })
  await ask(here('assessor'), { method: 'POST', url: `/api/v1/assessments/${a1}/findings/reported/notify` })
  const { body } = await app.inject({ url: '/metrics' })
  expect(body).toContain(
    'mingheng_request_seconds_count{method="GET",route="/api/v1/assessments/:assessmentId/findings",status="200"} 1',
  )
  expect(body).toMatch(/^mingheng_ledger_events_total [1-9]/m)
  expect(body).toMatch(/^mingheng_outbox_deliveries\{state="waiting"\} 0/m)
  expect(body).toMatch(/^mingheng_event_loop_lag_seconds\{quantile="0.99"\} /m)
  expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.1' })).statusCode).toBe(404)
  expect((await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.1' } })).statusCode).toBe(404)
})

test('what is not ready says so', async () => {
  const { app, parts } = await serverFixture({ assessments: [] })
  expect((await app.inject({ url: '/readyz' })).json()).toMatchObject({ status: 'ready', reading: null })
  const { live } = parts.office
  Object.assign(parts.office, { live: { ...live, loading: () => ({ read: 2, of: 3 }) } })
  expect((await app.inject({ url: '/readyz' })).json()).toMatchObject({ status: 'ready', reading: 66 })
  Object.assign(parts, { readiness: async () => [{ name: '磁盘余量', isReady: false }] })
  expect((await app.inject({ url: '/readyz' })).json()).toMatchObject({ status: 503, code: 'not-ready-to-serve' })
  expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200)
})

test('every answer carries strict headers', async () => {
  const { app, ask } = await serverFixture({ assessments: [] })
  for (const response of [
    await app.inject({ url: '/healthz' }),
    await app.inject({ url: '/nowhere' }),
    await ask(here('leader'), { url: '/api/v1/me' }),
  ]) {
    expect(response.headers['content-security-policy']).toMatch(/^default-src 'none';/)
    expect(response.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'no-store',
    })
  }
})

test('the public sees what is published and nothing else', async () => {
  const { app } = await serverFixture()
  for (const path of [`d1/assessments/${a1}`, 'd1/assessments/none', `d9/assessments/${a1}`])
    expect((await app.inject({ url: `/api/v1/public/${path}` })).json()).toMatchObject({ code: 'not-published' })
})
