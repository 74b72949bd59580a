import { expect, test } from 'vitest'
import { a1 } from './found-assessment.ts'
import { here, type Username } from './found-district.ts'
import { serverFixture } from './server-fixture.ts'

const BASE = `/api/v1/assessments/${a1}/analysis/evenness`

test.each<[who: Username, status: number]>([
  ['leader', 200],
  ['assessor', 200],
  ['reviewer', 200],
  ['auditor', 200],
  ['inspector', 403],
  ['center-east', 403],
  ['clerk', 403],
  ['administrator', 403],
])('how even, for %s, answers %i', async (who, status) => {
  const { ask } = await serverFixture()
  expect((await ask(here(who), { url: BASE })).statusCode).toBe(status)
})

test('a leader and an auditor read names, others stand-ins, and an assessor which of them is the own', async () => {
  const { ask } = await serverFixture()
  const named = async (who: Username) => {
    const body = (await ask(here(who), { url: BASE })).json()
    return [body.areNamed, ...body.outcomes.map(({ assessor }: { assessor: string }) => assessor)]
  }
  const [leader, auditor, reviewer, assessor] = [
    await named('leader'),
    await named('auditor'),
    await named('reviewer'),
    await named('assessor'),
  ]
  expect(auditor).toEqual(leader)
  expect(leader[0]).toBe(true)
  expect(leader.slice(1).some((name) => String(name).startsWith('考核员甲'))).toBe(false)
  expect(reviewer).toEqual([false, '考核员甲'])
  expect(assessor).toEqual([false, '考核员甲（您）'])
})

test('nobody who may not read names finds one, or an id of a person, anywhere in the answer', async () => {
  const { ask } = await serverFixture()
  const named = (await ask(here('leader'), { url: BASE })).json()
  const [{ assessor: name }] = named.outcomes
  const { body } = await ask(here('reviewer'), { url: BASE })
  expect(body).not.toContain(name)
  const { colleagues } = (await ask(here('leader'), { url: '/api/v1/colleagues' })).json()
  expect(colleagues.length).toBeGreaterThan(5)
  for (const { personId } of colleagues) expect(body).not.toContain(`"${personId}"`)
})

test('a decided amount stands over its clause, and the lead says that there is little to say', async () => {
  const { ask } = await serverFixture()
  const url = `/api/v1/assessments/${a1}/findings/undecided`
  const seen = await ask(here('assessor'), { url })
  const payload = { points: 300, reason: '有计划无记录', precedents: [] }
  await ask(here('assessor'), {
    method: 'POST',
    url: `${url}/amount`,
    payload,
    headers: { 'if-match': String(seen.headers['etag']) },
  })
  const body = (await ask(here('auditor'), { url: BASE })).json()
  expect(body.lead[0]).toMatch(/^由人裁量的数额有\d件，分在\d款；件数太少/)
  expect(body.clauses[0]).toMatchObject({ least: 100, most: 300, groups: { center: [{ highest: 300 }] } })
})
