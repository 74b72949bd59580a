import { expect, test } from 'vitest'
import { reachOf, type Action } from '../../src/app/people/who-may.ts'
import type { Role } from '../../src/app/people/role.ts'
import type { Contract } from '../../src/api/contract.ts'
import { ROUTES } from '../../src/api/routes.ts'
import type { Route } from '../../src/server/route.ts'
import { SERVER_ROUTES } from '../../src/server/server-routes.ts'
import { abroad, here, USERNAMES, type Username } from '../server/found-district.ts'
import { serverFixture } from '../server/server-fixture.ts'
import { asked } from './asked.ts'
import { NO_RECORDS } from './planted-records.ts'
import { CANARY, plantWorld } from './planted-world.ts'
import { requestOf, versionsOf } from './request-of.ts'
import { sampleOf, samplesOf, type Sample } from './sample-requests.ts'
import { strangersOf } from './strangers.ts'
import { watchWrites } from './watched-writes.ts'

/** Every route x everybody: what the table of who may says, derived anew here, is what HTTP does. */

const REFUSED = new Set(['not-signed-in', 'session-ended', 'token-invalid', 'forbidden', 'not-permitted'])
const HAS_CENTER = new Set(['body.centerId', 'query.centerId', 'params.centerId', 'case'])
const rolesOf = (username: Username): Role => username.replace(/-.*/, '') as Role
const centerOf = (username: Username) => /-(east|west)$/.exec(username)?.[1] ?? null

function isAllowed({ access, center }: Contract, username: Username, about: string): boolean {
  if (access === 'public' || access === 'session') return true
  const reach = reachOf(rolesOf(username), access as Action)
  return reach === 'all' || (reach === 'own' && (!HAS_CENTER.has(center) || centerOf(username) === about))
}

test('every route has a sample, and every sample a route', async () => {
  const planted = {
    eastPhoto: '',
    westPhoto: '',
    question: { questionId: 'q', reading: 'r' },
    decidedAt: { east: 1, west: 1 },
    records: NO_RECORDS,
  }
  const named = ROUTES.map(({ operationId }) => operationId)
  expect(Object.keys(samplesOf(planted, 'east')).sort()).toEqual(named.sort())
})

test.each(['', 'admin', 'finding.write', '__proto__', 'toString'])(
  'a route whose access is %j cannot be registered',
  async (access) => {
    const [some] = SERVER_ROUTES
    const routes = [{ ...some, contract: { ...some?.contract, access } }] as unknown[]
    await expect(serverFixture({ assessments: [], routes: routes as readonly Route[] })).rejects.toThrow(
      /says not who may/,
    )
  },
)

test('whoever may not is refused, whatever the route, and nothing has changed', async () => {
  const server = await serverFixture({ assessments: [] })
  const planted = await plantWorld(server, 'd1')
  const versions = await versionsOf(server)
  const { take } = watchWrites(server.parts)
  const wrong: string[] = []
  let times = 0
  const ask = async (contract: Contract, sample: Sample, who: string, headers: object, status: number) => {
    const request = requestOf(contract, sample, versions)
    take()
    const { statusCode, body, code } = await asked(server.app, {
      ...request,
      headers: { ...request.headers, ...headers },
    })
    times += 1
    const written = take()
    const isRight = statusCode === status && (status === 403 || REFUSED.has(code ?? '')) && written.length === 0
    if (!isRight || body.includes(CANARY))
      wrong.push(`${contract.operationId} by ${who}: ${statusCode} ${code} ${written.join()}`)
  }
  for (const contract of ROUTES) {
    if (contract.access === 'public') continue
    for (const center of ['east', 'west'] as const) {
      const sample = sampleOf(contract, planted, center)
      for (const username of USERNAMES)
        if (!isAllowed(contract, username, center))
          await ask(contract, sample, `${username} about ${center}`, await server.session(here(username)), 403)
    }
    const sample = sampleOf(contract, planted)
    for (const { name, status, isSignedIn, headers } of strangersOf(server)) {
      if (isSignedIn && contract.access === 'session') continue
      if (name.includes('new password') && contract.access === 'account.own') continue
      await ask(contract, sample, name, await headers(contract.access), status)
    }
  }
  expect(wrong).toEqual([])
  expect(times).toBeGreaterThan(1000)
})

test.each<[where: string, isPlanted: boolean]>([
  ['that has no such assessment', false],
  ['that has the same ids', true],
])('whoever may, of a district %s, reaches nothing of this one', async (_where, isPlanted) => {
  const server = await serverFixture({ assessments: [] })
  const planted = await plantWorld(server, 'd1')
  if (isPlanted) await plantWorld(server, 'd2', '乙区')
  const versions = await versionsOf(server)
  const { take } = watchWrites(server.parts)
  const wrong: string[] = []
  for (const contract of ROUTES) {
    if (contract.access === 'public') continue
    for (const username of USERNAMES.filter((one) => isAllowed(contract, one, 'east'))) {
      const sample = sampleOf(contract, planted)
      const request = requestOf(contract, sample, versions)
      const headers = { ...request.headers, ...(await server.session(abroad(username))) }
      take()
      const { statusCode, body } = await asked(server.app, { ...request, headers })
      const isHere = contract.path.includes('{') && !isPlanted
      if (isHere && statusCode !== 404) wrong.push(`${contract.operationId} by ${username}: ${statusCode} ${body}`)
      if (body.includes(CANARY)) wrong.push(`${contract.operationId} tells of here`)
      wrong.push(
        ...take()
          .filter((write) => write.endsWith('in d1'))
          .map((write) => `${contract.operationId}: ${write}`),
      )
    }
  }
  expect(wrong).toEqual([])
})

/** Acts that settle the same thing as one before, or change who somebody is, have a world of their own. */
const ROUNDS: readonly (readonly string[])[] = [
  ['contestFinding', 'dismissFinding', 'fileAppeal', 'varyFinding', 'returnRectification', 'rejectBonus'],
  ['planRectification', 'reverseFinding'],
  ['setPersonState'],
  ['resetPassword'],
  ['grantRoles'],
  ['changePassword'],
]
const apart = new Set(ROUNDS.flat())
const together = ROUTES.map(({ operationId }) => operationId).filter((one) => !apart.has(one))

test.each([together, ...ROUNDS].map((round) => [round[0], round] as const))(
  'whoever may is let in: %s and so on',
  async (_first, round) => {
    const server = await serverFixture({ assessments: [] })
    const planted = await plantWorld(server, 'd1')
    const told: string[] = []
    for (const contract of ROUTES.filter(({ operationId }) => round.includes(operationId))) {
      const sample = sampleOf(contract, planted)
      const allowed = USERNAMES.filter((username) => isAllowed(contract, username, 'east'))
      expect(allowed).toContain(sample.by)
      for (const username of [sample.by, ...allowed.filter((one) => one !== sample.by)]) {
        const request = requestOf(contract, sample, await versionsOf(server))
        const headers = { ...request.headers, ...(await server.session(here(username))) }
        const { body, code } = await asked(server.app, { ...request, headers })
        const expected = sample.refusal ?? null
        if (username === sample.by ? code !== expected : code !== expected && REFUSED.has(code ?? ''))
          told.push(`${contract.operationId} by ${username}: ${body}`)
        if (username === 'center-east' && body.includes(CANARY)) told.push(`${contract.operationId} tells of west`)
      }
    }
    expect(told).toEqual([])
  },
)
