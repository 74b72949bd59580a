import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { id, type RubricId } from '../../src/core/kernel/identifiers.ts'
import { points } from '../../src/core/kernel/points.ts'
import { compileNotice } from '../../src/core/notice/compile-notice.ts'
import { verifyBundle } from '../../src/core/proof/verify-bundle.ts'
import type { AskedCorrection, Correction } from '../../src/core/rubric/correction.ts'
import { correctionsIn } from '../../src/core/rubric/corrections-in.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'
import { CORRECTABLE_NOTICE as notice, someCorrection } from '../fixtures/some-correction.ts'
import { here, type Who } from './found-district.ts'
import { serverFixture, type ServerFixture } from './server-fixture.ts'

const RUBRICS = '/api/v1/rubrics'
const read = compileNotice(notice, { rubricId: id<RubricId>('plain') }).rubric
const fixed = (text: string) => ({ amount: { kind: 'fixed', points: points(text) } }) as const
const dearer = said('1.1.1', fixed('1.5'))
const noRule = said('1.1.2', 'no-rule')

let house: ServerFixture
beforeAll(async () => {
  house = await serverFixture()
})
afterAll(() => house.app.close())

test('a rubric is adopted with its corrections: in the name of who adopts, of today, and under the digest', async () => {
  const plain = await adopt({ rubricId: 'plain', notice })
  const none = await adopt({ rubricId: 'plain', notice, corrections: [] })
  const corrected = await adopt({ rubricId: 'plain', notice, corrections: [noRule, dearer] })
  expect([plain.statusCode, none.statusCode, corrected.statusCode]).toEqual([201, 201, 201])
  expect(none.json()).toEqual(plain.json())
  expect(plain.json()).toMatchObject({ clauses: 6, corrections: 0 })
  expect(corrected.json()).toMatchObject({ clauses: 5, corrections: 2 })
  const { rubricDigest } = corrected.json<{ rubricDigest: string }>()
  expect(rubricDigest).not.toBe(plain.json<{ rubricDigest: string }>().rubricDigest)
  expect((await adopt({ rubricId: 'plain', notice, corrections: [dearer, noRule] })).json()).toEqual(corrected.json())
  const kept = await house.ask(here('center-east'), { method: 'GET', url: `${RUBRICS}/${rubricDigest}` })
  const { rubric } = kept.json<{ rubric: Rubric }>()
  const stamp = { correctedBy: 'd1-assessor', correctedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u) as string }
  expect(correctionsIn(rubric)).toMatchObject([
    { ...dearer, ...stamp },
    { ...noRule, ...stamp },
  ])
  const { rubrics } = (await house.ask(here('assessor'), { method: 'GET', url: RUBRICS })).json<{
    rubrics: { rubricDigest: string; corrections: number }[]
  }>()
  expect(rubrics.find((one) => one.rubricDigest === rubricDigest)).toMatchObject({ corrections: 2 })
})

test.each<[what: string, who: Who, corrections: readonly unknown[], status: number, code: string]>([
  [
    'of a clause that is not there',
    here('assessor'),
    [{ ...dearer, clauseId: '9.9.9' }],
    409,
    'correction-clause-unknown',
  ],
  ['of what was read otherwise', here('assessor'), [{ ...dearer, read: noRule.read }], 409, 'correction-stale'],
  ['beyond the section', here('assessor'), [said('1.1.1', fixed('21'))], 422, 'correction-amount-beyond'],
  ['of nothing', here('assessor'), [said('1.1.1', {})], 422, 'correction-of-nothing'],
  ['without a reason', here('assessor'), [{ ...dearer, reason: '' }], 400, 'body-invalid'],
  ['in the name of another', here('assessor'), [{ ...dearer, correctedBy: 'somebody' }], 400, 'body-invalid'],
  [
    'with half a point of a hundredth',
    here('assessor'),
    [JSON.parse(JSON.stringify(dearer).replace('150', '0.5'))],
    400,
    'body-invalid',
  ],
  ['by who may not adopt', here('clerk'), [dearer], 403, 'forbidden'],
])('a correction %s is refused', async (_what, who, corrections, status, code) => {
  const refused = await adopt({ rubricId: 'refused', notice, corrections }, who)
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([status, code])
  const { rubrics } = (await house.ask(here('assessor'), { method: 'GET', url: RUBRICS })).json<{
    rubrics: { rubricId: string }[]
  }>()
  expect(rubrics.map(({ rubricId }) => rubricId)).not.toContain('refused')
})

test('every correction that cannot be made is told with its clause', async () => {
  const refused = await adopt({
    rubricId: 'refused',
    notice,
    corrections: [said('1.1.1', {}), said('1.1.2', fixed('0'))],
  })
  expect(refused.json()).toMatchObject({
    code: 'correction-of-nothing',
    errors: [
      { place: 'corrections/1.1.1', found: 'correction-of-nothing' },
      { place: 'corrections/1.1.2', found: 'correction-amount-nothing' },
    ],
  })
})

test('the bundle of an assessment over a corrected rubric verifies elsewhere, and not with another correction in it', async () => {
  const { rubricDigest } = (await adopt({ rubricId: 'judged', notice, corrections: [dearer] })).json<{
    rubricDigest: string
  }>()
  const opened = await post('/api/v1/assessments', {
    assessmentId: 'corrected',
    rubricDigest,
    period: { periodFrom: '2021-01-01', periodTo: '2021-12-31' },
    terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 },
    centers: [{ centerId: 'east', name: '东街道' }],
  })
  expect(opened.statusCode).toBe(201)
  const url = '/api/v1/assessments/corrected/bundle'
  const { body } = await house.ask(here('center-east'), { method: 'GET', url })
  expect(statesOf(body)).toEqual([])
  expect(body).toContain('"reason":"与起草人核对过"')
  expect(statesOf(body.replaceAll('与起草人核对过', '另有理由'))).toContain('rubric')
  expect(statesOf(body.replaceAll('"kind":"fixed","points":150', '"kind":"fixed","points":200'))).toContain('rubric')
})

/** The checks that do not hold. */
function statesOf(bundle: string): readonly string[] {
  const lines = bundle.split('\n').slice(0, -1)
  const verified = verifyBundle(
    lines.map((text) => ({ text, isEnded: true })),
    nodeDigests,
  )
  if (verified.kind !== 'verified') throw new Error(verified.reason)
  return verified.checks.filter(({ state }) => state !== 'holds').map(({ what }) => what)
}

function said(
  ...change: Parameters<typeof someCorrection> extends [unknown, ...infer Rest] ? Rest : never
): AskedCorrection {
  const { correctedBy: _by, correctedOn: _on, ...asked }: Correction = someCorrection(read, ...change)
  return asked
}

async function adopt(payload: object, who: Who = here('assessor')) {
  return post(RUBRICS, payload, who)
}

async function post(url: string, payload: object, who: Who = here('assessor')) {
  return house.ask(who, { method: 'POST', url, payload })
}
