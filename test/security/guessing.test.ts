import { expect, test } from 'vitest'
import { here } from '../server/found-district.ts'
import { PASSWORD, serverFixture } from '../server/server-fixture.ts'
import { browserOf } from './browser-of.ts'

const RATES = { requests: 100, signInByAddress: 30, signInByAccount: 10 }
const signInOf = (username: string, password: string, district = 'd1') => ({ district, username, password })

test('whoever cannot sign in is told the same, whatever the cause', async () => {
  const { app, ask } = await serverFixture({ assessments: [] })
  const disable = { method: 'PUT', url: '/api/v1/people/d1-leader/state', payload: { state: 'disabled' } } as const
  expect((await ask(here('administrator'), disable)).statusCode).toBe(200)
  for (let times = 0; times < 5; times += 1) await browserOf(app).signIn('auditor', 'wrong')
  const tried = [
    signInOf('nobody', PASSWORD),
    signInOf('clerk', 'wrong'),
    signInOf('leader', PASSWORD),
    signInOf('auditor', PASSWORD),
    signInOf('clerk', PASSWORD, 'd9'),
    signInOf("' OR 1=1 --", PASSWORD),
  ]
  const told = new Set<string>()
  for (const payload of tried) {
    const reply = await app.inject({ method: 'POST', url: '/api/v1/session', payload })
    const { code, detail, title } = reply.json<{ code: string; detail: string; title: string }>()
    told.add(JSON.stringify([reply.statusCode, code, detail, title, reply.headers['set-cookie'] ?? null]))
  }
  expect([...told].map((one) => JSON.parse(one)[1])).toEqual(['sign-in-failed'])
})

test('guessing at one account is slowed down, and no other account behind the same address waits for it', async () => {
  const { app } = await serverFixture({ assessments: [], settings: { rates: RATES } })
  const guess = async (username: string) => (await browserOf(app).signIn(username, 'wrong')).statusCode
  const statuses: number[] = []
  for (let times = 0; times < 12; times += 1) statuses.push(await guess(times % 2 === 0 ? 'clerk' : ' ＣＬＥＲＫ '))
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
  expect((await browserOf(app).signIn('leader')).statusCode).toBe(200)
  for (let times = 0; times < 20; times += 1) await guess(`somebody-${times}`)
  const late = await browserOf(app).signIn('inspector')
  expect(late.statusCode).toBe(429)
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(late.headers['retry-after'])).toBeLessThanOrEqual(60)
})

test('a new cookie with each request escapes no rate', async () => {
  const { app } = await serverFixture({ assessments: [], settings: { rates: { ...RATES, requests: 5 } } })
  const statuses: number[] = []
  for (let times = 0; times < 102; times += 1) {
    const headers = { cookie: `mingheng=d1.${String(times).padStart(43, 'x')}` }
    statuses.push((await app.inject({ url: '/api/v1/me', headers })).statusCode)
  }
  expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
  expect(statuses.at(-1)).toBe(429)
})

test('a forwarded address is believed of a proxy that is trusted, and of nobody else', async () => {
  const settings = { rates: { ...RATES, requests: 3 }, trustedProxies: [] }
  const { app } = await serverFixture({ assessments: [], settings })
  const statuses: number[] = []
  for (let times = 0; times < 5; times += 1) {
    const headers = { 'x-forwarded-for': `10.0.0.${times}` }
    statuses.push((await app.inject({ url: '/healthz', headers })).statusCode)
  }
  expect(statuses).toEqual([200, 200, 200, 429, 429])
})
