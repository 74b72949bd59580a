import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { verifyBundle } from '../../src/core/proof/verify-bundle.ts'
import { abroad, here, type Who } from './found-district.ts'
import { serverFixture, type ServerFixture } from './server-fixture.ts'

const BUNDLE = '/api/v1/assessments/a1/bundle'

let house: ServerFixture
beforeAll(async () => {
  house = await serverFixture()
})
afterAll(() => house.app.close())

test.each<[who: string, Who, url: string, centerId: string | null]>([
  ['an assessor takes the whole along', here('assessor'), BUNDLE, null],
  ["a leader takes one center's part", here('leader'), `${BUNDLE}?centerId=west`, 'west'],
  ['a center takes its own part, unasked', here('center-east'), BUNDLE, 'east'],
])('%s, and it verifies elsewhere', async (_who, who, url, centerId) => {
  const response = await house.ask(who, { method: 'GET', url })
  expect(response.statusCode).toBe(200)
  const lines = response.body.split('\n').slice(0, -1)
  const verified = verifyBundle(
    lines.map((text) => ({ text, isEnded: true })),
    nodeDigests,
  )
  if (verified.kind !== 'verified') throw new Error(verified.reason)
  // The fixture's rubric is made by hand and quotes no notice: that, and only that, a verifier must say.
  expect(verified.checks.filter(({ state }) => state === 'fails').map(({ what }) => what)).toEqual(['rubric'])
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'bundle', centerId })
  expect(await house.told('d1')).toContainEqual(expect.stringMatching(/^bundle\.export done/))
})

test("a center's part shows nothing of what is alleged against another", async () => {
  const { body } = await house.ask(here('center-west'), { method: 'GET', url: BUNDLE })
  expect(body).toContain('west-reported')
  expect(body).not.toContain('"findingId":"accepted"')
})

test.each<[who: string, Who, url: string, status: number]>([
  ["a center asks for another's", here('center-east'), `${BUNDLE}?centerId=west`, 403],
  ['a clerk asks', here('clerk'), BUNDLE, 403],
  ['a center that is not enrolled', here('assessor'), `${BUNDLE}?centerId=south`, 404],
  ['an assessment that is not there', abroad('assessor'), '/api/v1/assessments/a9/bundle', 404],
])('%s: refused before the first line', async (_what, who, url, status) => {
  const response = await house.ask(who, { method: 'GET', url })
  expect([response.statusCode, response.headers['content-type']]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ])
})

test('an auditor has the chain made anew and is told where it ends', async () => {
  const response = await house.ask(here('auditor'), { method: 'GET', url: '/api/v1/assessments/a1/verification' })
  const ledger = await house.ask(here('auditor'), { method: 'GET', url: '/api/v1/assessments/a1/ledger?limit=1' })
  expect(response.json()).toEqual({ head: ledger.json<{ head: unknown }>().head })
})
