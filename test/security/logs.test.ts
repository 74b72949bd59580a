import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { ROUTES } from '../../src/api/routes.ts'
import { here } from '../server/found-district.ts'
import { PASSWORD, serverFixture } from '../server/server-fixture.ts'
import { browserOf } from './browser-of.ts'
import { CANARY, plantWorld } from './planted-world.ts'

const A1 = '/api/v1/assessments/a1'

async function scripted() {
  let log = ''
  const kept = new Writable({ write: (piece: Buffer, _encoding, done) => ((log += piece.toString()), done()) })
  const server = await serverFixture({ assessments: [], logger: pino({ level: 'trace' }, kept) })
  const { eastPhoto } = await plantWorld(server, 'd1')
  const clerk = browserOf(server.app)
  await clerk.signIn('clerk', '口令-canary-1')
  await clerk.signIn('张三-canary', PASSWORD)
  await clerk.signIn('clerk')
  await clerk.ask('POST', '/api/v1/me/password', { current: PASSWORD, next: '口令-canary-2A' })
  const token = { name: '程序-canary', scopes: ['message.read'], expiresAt: '2021-08-01T00:00:00+08:00' }
  const made = (await clerk.ask('POST', '/api/v1/tokens', token)).json<{ token: string }>().token
  await clerk.ask('GET', `${A1}/findings?cursor=canary-cursor&clauseId=canary-clause`)
  await clerk.ask('GET', `/canary-address?name=${encodeURIComponent('张三-canary')}`)
  await server.app.inject({ url: '/api/v1/messages', headers: { authorization: `Bearer ${made}` } })
  const auditor = browserOf(server.app)
  await auditor.signIn('auditor')
  await auditor.ask('GET', `${A1}/ledger`)
  await auditor.ask('GET', `${A1}/bundle`)
  await auditor.ask('GET', `${A1}/evidence/${eastPhoto}`)
  await auditor.ask('POST', '/api/v1/rubrics', { rubricId: 'r9', notice: 'canary-notice' })
  await auditor.ask('DELETE', '/api/v1/session')
  const person = { username: 'canary-user', name: '王canary', roles: ['clerk'], centerId: null, email: 'canary@x.cn' }
  const created = await server.ask(here('administrator'), {
    method: 'POST',
    url: '/api/v1/people',
    payload: { ...person, hasPassword: true },
  })
  const { oneTimePassword } = created.json<{ oneTimePassword: string }>()
  const cookie = clerk.cookie().replace('mingheng=', '')
  return { server, log: () => log, secrets: [made, oneTimePassword, cookie, clerk.csrfToken(), PASSWORD] }
}

test('no log tells a name, a password, a token, a file or what anybody wrote', async () => {
  const { log, secrets } = await scripted()
  expect(log().split('\n').length).toBeGreaterThan(100)
  for (const secret of [...secrets, CANARY, 'canary', '张', '东描述', '.jpg', 'd1.'])
    expect([secret, log().includes(secret)]).toEqual([secret, false])
})

test('the access log tells every sign-in, export, refusal and change of an account, and names nobody', async () => {
  const { server, secrets } = await scripted()
  const told = await server.told('d1')
  for (const expected of [
    'sign-in failed password-wrong',
    'sign-in failed person-unknown',
    'sign-in done',
    'sign-out done',
    'password-change done',
    'token-create done',
    'person-create done',
    'finding.read refused forbidden',
    'ledger.read done',
    'bundle.export done',
    'evidence.read done',
    'rubric.adopt refused forbidden',
  ])
    expect(told).toContain(expected)
  const entries = await server.ask(here('auditor'), { url: '/api/v1/access-log?limit=200' })
  for (const secret of [...secrets, 'canary', '张', CANARY])
    expect([secret, entries.body.includes(secret)]).toEqual([secret, false])
})

test('no route changes or empties the access log', async () => {
  const aboutIt = ROUTES.filter(({ path }) => path.includes('access-log'))
  expect(aboutIt.map(({ method }) => method)).toEqual(['GET'])
  const server = await serverFixture({ assessments: [] })
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
    expect((await server.ask(here('auditor'), { method, url: '/api/v1/access-log' })).statusCode).toBe(405)
})
