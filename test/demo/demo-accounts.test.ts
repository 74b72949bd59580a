import { afterAll, beforeAll, expect, test } from 'vitest'
import { may, type Action } from '../../src/app/people/who-may.ts'
import { openDemoDistrict, type OpenDemoDistrict } from './open-demo-district.ts'

let demo: OpenDemoDistrict
beforeAll(async () => {
  demo = await openDemoDistrict()
}, 180_000)
afterAll(async () => {
  await demo.close()
})

test('every role has an account, and every center has its own', () => {
  const roles = new Set(demo.accounts.map(({ role }) => role))
  expect(roles.size).toBe(8)
  expect(demo.accounts.filter(({ role }) => role === 'center')).toHaveLength(11)
})

/** An action, and where it can be read. */
const READINGS: readonly (readonly [action: Action, path: string])[] = [
  ['assessment.read', 'assessments'],
  ['ranking.read', 'assessments/2021/ranking'],
  ['finding.read', 'assessments/2021/findings'],
  ['bonus.read', 'assessments/2021/bonuses'],
  ['ledger.read', 'assessments/2021/ledger'],
  ['records.read', 'imports'],
  ['person.read', 'people'],
  ['access-log.read', 'access-log'],
]

test('everybody can sign in with the password that is shown, and sees what the role may see and nothing else', async () => {
  for (const { username, role, centerId } of demo.accounts) {
    const cookie = await signedIn(username)
    for (const [action, path] of READINGS) {
      const response = await fetch(`${demo.address}/api/v1/${path}`, { headers: { cookie } })
      const isAllowed = may({ roles: [role], centerId, scopes: null }, action, null)
      expect([username, path, response.status]).toEqual([username, path, isAllowed ? 200 : 403])
    }
  }
})

test('a center sees its own findings only', async () => {
  const cookie = await signedIn('xiayang')
  const response = await fetch(`${demo.address}/api/v1/assessments/2021/findings`, { headers: { cookie } })
  const { findings } = (await response.json()) as { findings: { finding: { centerId: string } }[] }
  expect(findings.length).toBeGreaterThan(0)
  expect(new Set(findings.map(({ finding }) => finding.centerId))).toEqual(new Set(['xiayang']))
})

test('what was published can be read without an account', async () => {
  const response = await fetch(`${demo.address}/api/v1/public/${demo.district}/assessments/2021-trial`)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ results: expect.objectContaining({ length: 11 }) as object })
})

async function signedIn(username: string): Promise<string> {
  const response = await fetch(`${demo.address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: demo.address },
    body: JSON.stringify({ district: demo.district, username, password: demo.password }),
  })
  expect([username, response.status, (await response.json()) as object]).toMatchObject([
    username,
    200,
    { standing: 'full' },
  ])
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}
