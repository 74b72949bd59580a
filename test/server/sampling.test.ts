import { expect, test } from 'vitest'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { drawPlan } from '../../src/core/analysis/sampling/draw-plan.ts'
import type { DrawnVisit } from '../../src/core/analysis/sampling/drawn-visit.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { commitmentOf, designDigestOf, type SamplingDesign } from '../../src/core/ledger/sampling-design.ts'
import { smallAdopted } from '../fixtures/acting-office.ts'
import { clauses } from '../fixtures/small-rubric.ts'
import { here, type Username } from './found-district.ts'
import { serverFixture, type ServerFixture } from './server-fixture.ts'

const A = '/api/v1/assessments/s1'
const S = `${A}/analysis/sampling`
const sha256 = nodeDigests('sha256').of

const design = {
  mode: 'unannounced',
  from: '2021-06-01',
  to: '2021-06-30',
  visits: 6,
  visitsPerDay: 1,
  minimum: 2,
  centers: [
    { centerId: 'east', stratum: '街道', weight: 3, reason: '上季度投诉多' },
    { centerId: 'west', stratum: '街道', weight: 1, reason: '' },
  ],
  inspectors: [
    { personId: 'd1-inspector', recusedFrom: [], visitsPerDay: 1 },
    { personId: 'd1-inspector-east', recusedFrom: [], visitsPerDay: 1 },
  ],
  clauseIds: [clauses.vacated, clauses.dress],
  clausesPerVisit: 1,
}

interface PlanAnswer {
  readonly planId: string
  readonly design: SamplingDesign
  readonly commitment: string
  readonly code: string
  readonly reveal: { readonly seed: string; readonly salt: string; readonly isMatching: boolean } | null
  readonly visits: readonly { readonly visit: DrawnVisit; readonly standing: string; readonly reason: string | null }[]
}

test('a plan is committed, gone by, and revealed; a center can check it against the code that it kept', async () => {
  const { server, ask, plans } = await founded()
  await ask('assessor', 'POST', S, { planId: 'p1', design })
  const [plan] = await plans('inspector')
  if (plan === undefined) throw new Error('no plan')
  expect(plan.visits).toHaveLength(6)
  expect(plan.design.days).toHaveLength(22)
  // Kept from the own center whatever was declared, and not told when it is visited.
  expect(plan.design.inspectors[1]?.recusedFrom).toEqual(['east'])
  const [own] = await plans('inspector-east')
  expect(own?.visits.every(({ visit }) => visit.centerId === 'west')).toBe(true)
  expect(own?.visits.length).toBeGreaterThanOrEqual(2)

  const kept = await ask('center-east', 'GET', `${A}/sampling-commitments`)
  expect(kept.json()).toMatchObject({ commitments: [{ planId: 'p1', code: plan.code, revealed: null }] })
  for (const hidden of ['"days"', 'inspectors', 'clauseIds', '"seed"', plan.visits[0]?.visit.personId ?? ''])
    expect(kept.body).not.toContain(hidden)
  const ledger = await ask('auditor', 'GET', `${A}/ledger?limit=200`)
  expect(ledger.body).toContain(plan.commitment)
  expect(ledger.body).not.toContain('"seed"')

  const [first, ...others] = plan.visits.map(({ visit }) => visit)
  if (first === undefined) throw new Error('no visit')
  await refused(server, 'assessor', `${S}/p1/visits/1/miss`, { reason: '台风' }, 'sampling-visit-coming')
  await refused(server, 'assessor', `${S}/p1/reveal`, { earlyBecause: null }, 'sampling-not-over')
  server.clock.set(timestamp('2021-07-01T09:00:00+08:00'))
  await refused(server, 'assessor', `${S}/p1/reveal`, { earlyBecause: null }, 'sampling-visits-open')
  await ask(first.personId.slice(3) as Username, 'POST', `${A}/inspections`, {
    inspectionId: 'v1',
    centerId: first.centerId,
    inspectedOn: first.day,
    clauseIds: first.clauseIds,
  })
  await refused(server, 'assessor', `${S}/p1/visits/1/miss`, { reason: '台风' }, 'sampling-visit-made')
  for (const { number } of others)
    await ask('assessor', 'POST', `${S}/p1/visits/${number}/miss`, { reason: '当日台风' })
  await refused(server, 'assessor', `${S}/p1/visits/2/miss`, { reason: '台风' }, 'sampling-visit-marked')
  await ask('auditor', 'POST', `${S}/p1/reveal`, { earlyBecause: null })
  await refused(server, 'auditor', `${S}/p1/reveal`, { earlyBecause: null }, 'sampling-already-revealed')

  for (const form of ['docx', 'xlsx', 'pdf']) {
    const document = await ask('leader', 'GET', `${S}/p1/document?form=${form}`)
    expect(document.headers['content-disposition']).toContain(encodeURIComponent('抽查方案'))
  }
  const [revealed] = await plans('leader')
  expect(revealed?.visits.map(({ standing }) => standing)).toEqual(['made', ...others.map(() => 'missed')])
  expect(revealed?.reveal?.isMatching).toBe(true)
  const told = (await ask('center-east', 'GET', `${A}/sampling-commitments`)).json<{
    commitments: { code: string; revealed: { design: SamplingDesign; seed: string; salt: string; visits: object[] } }[]
  }>().commitments[0]
  if (told === undefined) throw new Error('no commitment')
  const { revealed: opened } = told
  expect(told.code).toBe(plan.code)
  expect(commitmentOf(opened, designDigestOf(opened.design, sha256), sha256)).toBe(plan.commitment)
  const again = drawPlan(opened.design, opened.seed, sha256)
  expect(again).toEqual({ ok: true, value: plan.visits.map(({ visit }) => visit) })
  expect(opened.visits).toHaveLength(plan.visits.filter(({ visit }) => visit.centerId === 'east').length)
})

test('the same request again is the same plan, with the same seed; another request under its id is refused', async () => {
  const { server, ask, plans } = await founded()
  const headers = { 'idempotency-key': 'committed-once' }
  const once = await server.ask(here('assessor'), {
    method: 'POST',
    url: S,
    payload: { planId: 'p1', design },
    headers,
  })
  const before = await plans('inspector')
  const twice = await server.ask(here('assessor'), {
    method: 'POST',
    url: S,
    payload: { planId: 'p1', design },
    headers,
  })
  expect([once.json<{ isRepeated: boolean }>().isRepeated, twice.json<{ isRepeated: boolean }>().isRepeated]).toEqual([
    false,
    true,
  ])
  expect(await plans('inspector')).toEqual(before)
  await refused(
    server,
    'assessor',
    S,
    { planId: 'p1', design: { ...design, mode: 'announced' } },
    'sampling-plan-exists',
  )
  await refused(server, 'assessor', S, { planId: 'p2', design }, 'sampling-overlaps')
  await ask('assessor', 'POST', S, { planId: 'p2', design: { ...design, mode: 'announced' } })
  await ask('assessor', 'POST', `${S}/p1/reveal`, { earlyBecause: '检查员病假，另抽一份' })
  await ask('assessor', 'POST', S, { planId: 'p3', design })
  expect((await plans('inspector')).map(({ planId }) => planId)).toEqual(['p3', 'p2', 'p1'])
})

test.each<[code: string, rest: object]>([
  ['inspector-unknown', { inspectors: [{ personId: 'd1-clerk', recusedFrom: [], visitsPerDay: 1 }] }],
  ['recusal-unmet', { inspectors: [{ personId: 'd1-inspector-east', recusedFrom: [], visitsPerDay: 1 }] }],
  ['minimum-unmet', { minimum: 4 }],
  ['days-too-full', { visits: 23 }],
  ['sampling-too-late', { from: '2021-05-20' }],
  ['outside-period', { to: '2022-01-10' }],
  ['calendar-unknown', { to: '2023-01-10' }],
])('a design that cannot be kept is refused: %s', async (code, rest) => {
  const { server } = await founded()
  await refused(server, 'assessor', S, { planId: 'p1', design: { ...design, ...rest } }, code)
})

test('an inspector tells of the own visits only', async () => {
  const { server, ask, plans } = await founded()
  await ask('assessor', 'POST', S, { planId: 'p1', design })
  const visits = (await plans('inspector'))[0]?.visits ?? []
  const theirs = visits.find(({ visit }) => visit.personId === 'd1-inspector')?.visit.number ?? 0
  server.clock.set(timestamp('2021-07-01T09:00:00+08:00'))
  await refused(
    server,
    'inspector-east',
    `${S}/p1/visits/${theirs}/miss`,
    { reason: '台风' },
    'sampling-visit-of-other',
  )
  await ask('inspector', 'POST', `${S}/p1/visits/${theirs}/miss`, { reason: '台风' })
})

async function founded() {
  const server = await serverFixture()
  await server.parts.office.rubrics.keep(here('assessor')[0], smallAdopted)
  const ask = async (who: Username, method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await server.ask(here(who), { method, url, ...(payload ? { payload } : {}) })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
    return answer
  }
  await ask('assessor', 'POST', '/api/v1/assessments', {
    assessmentId: 's1',
    rubricDigest: smallAdopted.rubricDigest,
    period: { periodFrom: '2021-01-01', periodTo: '2021-12-31' },
    terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 },
    centers: [
      { centerId: 'east', name: '东' },
      { centerId: 'west', name: '西' },
    ],
  })
  const plans = async (who: Username) => (await ask(who, 'GET', S)).json<{ plans: readonly PlanAnswer[] }>().plans
  return { server, ask, plans }
}

async function refused(server: ServerFixture, who: Username, url: string, payload: object, code: string) {
  const answer = await server.ask(here(who), { method: 'POST', url, payload })
  expect([answer.json<{ code: string }>().code, answer.statusCode >= 400]).toEqual([code, true])
}
