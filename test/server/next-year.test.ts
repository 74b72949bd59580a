import { expect, test } from 'vitest'
import { smallAdopted } from '../fixtures/acting-office.ts'
import { draftNotice } from '../fixtures/draft-notice.ts'
import { a1 } from './found-assessment.ts'
import { here, type Username } from './found-district.ts'
import { serverFixture } from './server-fixture.ts'

const url = `/api/v1/assessments/${a1}/analysis/next-year`
const same = { rubricDigest: smallAdopted.rubricDigest, notice: null }

test.each<[what: string, who: Username, payload: object, status: number, code: string | null]>([
  ['the notice that holds', 'leader', same, 200, null],
  ['the same for who decides', 'assessor', same, 200, null],
  ['nothing for an inspector', 'inspector', same, 403, 'forbidden'],
  ['nothing for a center', 'center-east', same, 403, 'forbidden'],
  ['neither a rubric nor a text', 'leader', { rubricDigest: null, notice: null }, 422, 'input-malformed'],
  [
    'a text without any price',
    'leader',
    { rubricDigest: null, notice: '请各中心遵照执行。' },
    422,
    'rubric-without-clauses',
  ],
  ['a rubric that nobody adopted', 'leader', { rubricDigest: 'a'.repeat(64), notice: null }, 404, 'rubric-unknown'],
])('%s: %s', async (_what, who, payload, status, code) => {
  const { ask } = await serverFixture()
  const reply = await ask(here(who), { method: 'POST', url, payload })
  expect([reply.statusCode, reply.json<{ code?: string }>().code ?? null]).toEqual([status, code])
})

test('a draft in the text of a request is compiled, compared, checked, and leaves nothing behind', async () => {
  const { ask } = await serverFixture()
  const before = (await ask(here('leader'), { url: `/api/v1/assessments/${a1}` })).json()
  const payload = { rubricDigest: null, notice: await draftNotice() }
  const reply = await ask(here('leader'), { method: 'POST', url, payload })
  const { nextYear } = reply.json()
  expect(nextYear).toMatchObject({ year: 2022, centers: [{}, {}] })
  expect(nextYear.changes.length).toBeGreaterThan(10)
  expect(nextYear.faults.map(({ code }: { code: string }) => code)).toContain('floor-missing')
  expect((await ask(here('leader'), { url: `/api/v1/assessments/${a1}` })).json()).toEqual(before)
  const rubrics = (await ask(here('leader'), { url: '/api/v1/rubrics' })).json<{ rubrics: unknown[] }>()
  expect(rubrics.rubrics).toHaveLength(1)
})

test.each<[digest: string, status: number, says: string]>([
  [smallAdopted.rubricDigest, 200, '按另一份通知'],
  ['a'.repeat(64), 422, '没有采用过摘要为 aaaaaaaaaaaa'],
])('as a supposition the notice %s is laid over the year among others: %i', async (digest, status, says) => {
  const { ask } = await serverFixture()
  const reply = await ask(here('leader'), {
    url: `/api/v1/assessments/${a1}/analysis/what-if?scenario=notice:${digest}`,
  })
  expect(reply.statusCode).toBe(status)
  expect(reply.body).toContain(says)
})
