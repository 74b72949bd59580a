import { expect, test } from 'vitest'
import { a1, FINDINGS } from './found-assessment.ts'
import { abroad, east, here } from './found-district.ts'
import { serverFixture } from './server-fixture.ts'

const BASE = `/api/v1/assessments/${a1}`
const DECISION = {
  clauseId: '1.1.1',
  occurrences: 1,
  occurredOn: '2021-05-10',
  reason: '照片与排班表一致',
  amount: null,
}

test('the fixture has a finding in every standing', async () => {
  const { ask } = await serverFixture()
  const list = await ask(here('assessor'), { url: `${BASE}/findings?limit=100` })
  const found = list.json().findings.map(({ finding }: { finding: { findingId: string } }) => finding.findingId)
  expect(found.sort()).toEqual([...FINDINGS, 'west-reported'].sort())
})

test('two people decide one finding: one wins, the other is told what changed', async () => {
  const { ask } = await serverFixture()
  const url = `${BASE}/findings/accepted`
  const seen = await ask(here('assessor'), { url })
  const etag = String(seen.headers['etag'])
  expect(etag).toMatch(/^"\d+"$/)
  expect((await ask(here('assessor'), { url, headers: { 'if-none-match': etag } })).statusCode).toBe(304)
  const decide = async (who: 'assessor' | 'assessor-2') =>
    ask(here(who), { method: 'POST', url: `${url}/substantiate`, payload: DECISION, headers: { 'if-match': etag } })
  const [one, other] = await Promise.all([decide('assessor'), decide('assessor-2')])
  const lost = one.statusCode === 200 ? other : one
  expect([one.statusCode, other.statusCode].toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(lost.json()).toMatchObject({
    code: 'changed-meanwhile',
    changes: [{ type: 'FindingSubstantiated' }, { type: 'DecisionServed' }],
  })
  expect(Object.keys(lost.json().changes[0]).sort()).toEqual(['by', 'recordedAt', 'seq', 'type'])
})

test('a repeated act is answered, not done again', async () => {
  const { ask } = await serverFixture()
  const notify = async () =>
    ask(here('assessor'), {
      method: 'POST',
      url: `${BASE}/findings/reported/notify`,
      headers: { 'idempotency-key': 'the-same-key' },
    })
  expect((await notify()).json()).toMatchObject({ isRepeated: false })
  expect((await notify()).json()).toMatchObject({ isRepeated: true })
})

test.each<[what: string, who: Parameters<typeof here>[0], status: number, code: string | null]>([
  ['its own center', 'center-east', 200, null],
  ['another center', 'center-west', 403, 'not-permitted'],
  ['an administrator', 'administrator', 403, 'forbidden'],
])('a finding is read by %s', async (_what, who, status, code) => {
  const { ask } = await serverFixture()
  const read = await ask(here(who), { url: `${BASE}/findings/substantiated` })
  expect(read.statusCode).toBe(status)
  if (code !== null) expect(read.json().code).toBe(code)
})

test('people of another district find nothing of this one', async () => {
  const { ask, parts } = await serverFixture({ districts: ['d1', 'd2'], assessments: ['d1'] })
  expect(parts.settings.checksAnswers).toBe(true)
  for (const path of ['', '/findings', `/sheets/${east}`, '/ranking', '/ledger', '/live'])
    expect([path, (await ask(abroad('assessor'), { url: `${BASE}${path}` })).statusCode]).toEqual([path, 404])
})
