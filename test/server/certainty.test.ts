import { expect, test } from 'vitest'
import { a1 } from './found-assessment.ts'
import { here, type Username } from './found-district.ts'
import { serverFixture } from './server-fixture.ts'

const url = `/api/v1/assessments/${a1}/analysis/certainty`

test.each<[what: string, who: Username, query: string, status: number, code: string | null]>([
  ['as everybody sees it first', 'leader', '', 200, null],
  ['the same for who decides', 'assessor', '?draws=100', 200, null],
  ['with figures of one’s own', 'leader', '?draws=100&seed=1&substantiated=100&reversed=0&amounts=most', 200, null],
  ['nothing for an inspector', 'inspector', '', 403, 'forbidden'],
  ['nothing for a center', 'center-east', '', 403, 'forbidden'],
  ['a share above the whole', 'leader', '?kept=101', 400, 'body-invalid'],
  ['more draws than anybody waits for', 'leader', '?draws=1000000', 400, 'body-invalid'],
])('%s', async (_what, who, query, status, code) => {
  const { ask } = await serverFixture()
  const reply = await ask(here(who), { url: `${url}${query}` })
  expect([reply.statusCode, reply.json<{ code?: string }>().code ?? null]).toEqual([status, code])
})

test('the same seed gives the same answer, and the address says what is assumed', async () => {
  const { ask } = await serverFixture()
  const read = async (query: string) => (await ask(here('leader'), { url: `${url}${query}` })).json()
  const one = await read('?draws=300&seed=5&substantiated=40')
  expect(await read('?draws=300&seed=5&substantiated=40')).toEqual(one)
  expect(one.certainty.drawing).toMatchObject({ seed: 5, draws: 300, assumptions: { substantiated: 40 } })
  expect(one.certainty.assumptionSentences[0]).toContain('40%')
  for (const { odds } of one.certainty.centers)
    expect(odds.reduce((sum: number, { times }: { times: number }) => sum + times, 0)).toBe(300)
})
