import { expect, test } from 'vitest'
import { a1 } from './found-assessment.ts'
import { here, type Username } from './found-district.ts'
import { serverFixture } from './server-fixture.ts'

const BASE = `/api/v1/assessments/${a1}`

test.each<[path: string, who: Username, status: number]>([
  ['overview', 'leader', 200],
  ['overview', 'assessor', 200],
  ['overview', 'inspector', 403],
  ['overview', 'center-east', 403],
  ['trend', 'reviewer', 200],
  ['trend', 'clerk', 403],
  ['score-changes', 'auditor', 200],
  ['score-changes', 'administrator', 403],
  ['overview?occurredBy=2021-05-01', 'leader', 400],
])('%s for %s answers %i', async (path, who, status) => {
  const { ask } = await serverFixture()
  expect((await ask(here(who), { url: `${BASE}/${path}` })).statusCode).toBe(status)
})

test('what is decided shows in all three, and the todo that was done is gone', async () => {
  const { ask } = await serverFixture()
  const read = async (path: string) => (await ask(here('assessor'), { url: path })).json()
  const before = await read(`${BASE}/overview`)
  const east = before.ranked.find(({ centerId }: { centerId: string }) => centerId === 'east')
  const todos = await read('/api/v1/todos')
  const waiting = todos.todos.find(({ ref }: { ref: string }) => ref === 'undecided')
  expect(waiting).toMatchObject({ kind: 'amount-to-decide', range: { direction: 'deduct', min: 100, max: 300 } })
  expect(await read('/api/v1/todos?limit=1')).toMatchObject({ total: todos.total, todos: [{}] })
  const url = `${BASE}/findings/undecided`
  const seen = await ask(here('assessor'), { url })
  const payload = { points: 300, reason: '有计划无记录', precedents: [] }
  const headers = { 'if-match': String(seen.headers['etag']) }
  await ask(here('assessor'), { method: 'POST', url: `${url}/amount`, payload, headers })
  const after = await read(`${BASE}/overview`)
  const now = after.ranked.find(({ centerId }: { centerId: string }) => centerId === 'east')
  expect(now.score).toBeLessThan(east.score)
  expect(after.counts.open.amount).toBe(before.counts.open.amount - 1)
  const { changes } = await read(`${BASE}/score-changes`)
  expect(changes[0]).toMatchObject({
    type: 'AmountDecided',
    centerId: 'east',
    findingId: 'undecided',
    total: [east.score, now.score],
  })
  const trend = await read(`${BASE}/trend`)
  expect(trend.centers[0].points.at(-1)).toEqual({ day: '2021-05-24', score: now.score })
  expect((await read('/api/v1/todos')).total).toBe(todos.total - 1)
})
