import type { LightMyRequestResponse } from 'fastify'
import { expect, test } from 'vitest'
import { ACT_ROUTES } from '../../src/api/act-routes.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { alleged } from '../fixtures/acting-story.ts'
import { smallAdopted } from '../fixtures/acting-office.ts'
import { clauses } from '../fixtures/small-rubric.ts'
import { here, type Username } from './found-district.ts'
import { serverFixture, type ServerFixture } from './server-fixture.ts'

const ROOT = '/api/v1/assessments'
const A = `${ROOT}/w1`
const reason = '经核对'
const occurredOn = '2021-05-10'

/** One assessment over HTTP, from its rubric to its publication; every step is asked for by whoever it falls to. */
test('an assessment lives its whole life over HTTP, by every route that it has', async () => {
  const server = await serverFixture()
  const used = new Set<string>()
  const ask = asking(server, used)
  const finding = (findingId: string, clauseId: string = clauses.vacated) => ({
    ...alleged(clauses.vacated, {}),
    findingId,
    clauseId,
    centerId: 'east',
  })
  const versionOf = async (path: string) =>
    `"${String((await ask('assessor', 'GET', `${A}/${path}`)).json<{ version: number }>().version)}"`
  const decide = async (who: Username, path: string, act: string, body: object, subject = path) =>
    ask(who, 'POST', `${A}/${path}/${act}`, body, { 'if-match': await versionOf(subject) })

  await server.parts.office.rubrics.keep(here('assessor')[0], smallAdopted)
  const given = Buffer.from('一、服务（5分）\n1.1 工作人员没有到岗到位，查实一例扣1分。')
  const reading = `/api/v1/notice-readings?fileName=${encodeURIComponent('通知.txt')}`
  const bytes = { 'content-type': 'application/octet-stream' }
  const { text: notice } = (await ask('assessor', 'POST', reading, given, bytes)).json<{ text: string }>()
  await ask('assessor', 'POST', '/api/v1/rubrics', { rubricId: 'r1', notice })
  const { rubrics } = (await ask('center-east', 'GET', '/api/v1/rubrics')).json<{ rubrics: { rubricId: string }[] }>()
  expect(rubrics.map(({ rubricId }) => rubricId)).toContain('r1')
  const opening = {
    assessmentId: 'w1',
    rubricDigest: smallAdopted.rubricDigest,
    period: { periodFrom: '2021-01-01', periodTo: '2021-05-31' },
    terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 },
    centers: [{ centerId: 'east', name: '东', place: { latitude: 31_140_000, longitude: 121_124_000 } }],
  }
  await ask('assessor', 'POST', ROOT, opening)
  await ask('assessor', 'POST', `${A}/centers`, { centers: [{ centerId: 'west', name: '西' }] })
  await ask('assessor', 'POST', `${A}/terms`, opening.terms)
  expect((await ask('leader', 'GET', A)).json()).toMatchObject({
    centerList: [{ name: '东', place: { latitude: 31_140_000, longitude: 121_124_000 } }, { name: '西' }],
  })
  await ask('auditor', 'GET', `${A}/rubric`)
  const question = (await ask('assessor', 'GET', A)).json<{
    questions: { question: { id: string; readings: { key: string }[] } }[]
  }>()
  const first = question.questions.find(({ question: { id } }) => id.includes('once-or-per-occurrence'))
  await ask('assessor', 'POST', `${A}/questions/${encodeURIComponent(first?.question.id ?? '')}/answers`, {
    reading: first?.question.readings[0]?.key,
    points: null,
    reason,
  })

  const { source: _source, evidence: _evidence, ...suspicion } = finding('s1')
  await ask('clerk', 'POST', `${A}/suspicions`, { ...suspicion, detection: 'vacated', records: ['c1'] })
  await decide('assessor', 'findings/s1', 'dismiss', { reason })
  const { source: _own, ...own } = finding('o1')
  await ask('center-east', 'POST', `${A}/self-reports`, own)
  await ask('inspector', 'POST', `${A}/findings`, finding('f1', clauses.training))
  const visit = { inspectionId: 'visit-1', centerId: 'east', inspectedOn: occurredOn, clauseIds: [clauses.dress] }
  await ask('inspector', 'POST', `${A}/inspections`, visit)
  await ask('inspector', 'POST', `${A}/findings/o1/notify`, {})
  await ask('assessor', 'POST', `${A}/findings/f1/notify`, {})
  await ask('center-east', 'POST', `${A}/findings/o1/accept`, { statement: '' })
  await ask('center-east', 'POST', `${A}/findings/f1/contest`, { statement: '有记录', evidence: [] })
  const looked = `decision=substantiate&clauseId=${clauses.vacated}&occurrences=1&occurredOn=${occurredOn}`
  await ask('assessor', 'GET', `${A}/findings/o1/preview?${looked}`)
  await decide('assessor', 'findings/o1', 'substantiate', {
    clauseId: clauses.vacated,
    occurrences: 1,
    occurredOn,
    reason: '',
    amount: null,
  })
  await decide('assessor', 'findings/f1', 'substantiate', {
    clauseId: clauses.training,
    occurrences: 1,
    occurredOn,
    reason: '',
    amount: null,
  })
  await decide('assessor', 'findings/f1', 'amount', { points: 200, reason, precedents: [] })
  await decide('assessor', 'findings/f1', 'correct', { occurrences: 1, points: 100, reason })
  expect((await ask('center-west', 'GET', `${A}/clauses/${clauses.training}/precedents`)).json()).toMatchObject({
    precedents: [{ points: 100, centerName: null }],
  })

  for (const [findingId, act, body] of [
    ['f1', 'uphold', { reason }],
    ['f2', 'vary', { occurrences: 1, points: null, reason }],
    ['f3', 'reverse', { reason }],
  ] as const) {
    if (findingId !== 'f1') {
      await ask('inspector', 'POST', `${A}/findings`, finding(findingId))
      await ask('assessor', 'POST', `${A}/findings/${findingId}/notify`, {})
      await ask('center-east', 'POST', `${A}/findings/${findingId}/accept`, { statement: '' })
      const decision = { clauseId: clauses.vacated, occurrences: 1, occurredOn, reason: '', amount: null }
      await decide('assessor', `findings/${findingId}`, 'substantiate', decision)
    }
    const appeal = { appealId: `p-${findingId}`, grounds: '有记录', evidence: [] }
    await ask('center-east', 'POST', `${A}/findings/${findingId}/appeals`, appeal)
    await decide('reviewer', `findings/${findingId}/appeals/p-${findingId}`, act, body, `findings/${findingId}`)
  }
  await ask('center-east', 'POST', `${A}/findings/o1/rectification/plan`, { measures: 'A、B岗', workingDays: null })
  await ask('center-east', 'POST', `${A}/findings/o1/rectification/submit`, { statement: '已实行', evidence: [] })
  await decide('inspector', 'findings/o1', 'rectification/return', { reason })
  await ask('center-east', 'POST', `${A}/findings/o1/rectification/submit`, { statement: '已补充', evidence: [] })
  await decide('inspector', 'findings/o1', 'rectification/accept', {})

  const bonus = {
    centerId: 'east',
    clauseId: clauses.innovation,
    occurrences: 1,
    occurredOn,
    measured: null,
    level: null,
    description: '上门办',
    evidence: [],
  }
  await ask('center-east', 'POST', `${A}/bonuses`, { ...bonus, bonusId: 'b1' })
  await ask('center-east', 'POST', `${A}/bonuses`, { ...bonus, bonusId: 'b2' })
  await ask('assessor', 'GET', `${A}/bonuses/b1/preview?decision=approve&occurrences=1&points=50`)
  await decide('assessor', 'bonuses/b1', 'approve', { occurrences: 1, points: 50, reason })
  await decide('assessor', 'bonuses/b2', 'reject', { reason })
  expect((await ask('center-east', 'GET', `${A}/bonuses?standing=approved`)).json()).toMatchObject({
    bonuses: [{ bonus: { bonusId: 'b1' } }],
  })
  await ask('center-east', 'POST', `${A}/self-assessments`, {
    centerId: 'east',
    entries: [{ criterionId: '1.1', points: 500, statement: '' }],
    statement: '',
  })

  expect((await ask('center-east', 'GET', `${A}/findings?limit=1`)).json()).toMatchObject({ findings: [{}] })
  expect((await ask('center-west', 'GET', `${A}/findings`)).json()).toMatchObject({
    findings: [],
    next: null,
    total: 0,
  })
  const sheet = (await ask('center-east', 'GET', `${A}/sheets/east`)).json<{ sheet: object; verification: object }>()
  const past = (
    await ask('center-east', 'GET', `${A}/sheets/east?occurredBy=2021-12-31&knownBy=2021-12-31`)
  ).json<object>()
  expect(past).toMatchObject({ sheet: sheet.sheet, verification: sheet.verification })
  expect((await ask('leader', 'GET', `${A}/ranking`)).json()).toMatchObject({ ranked: [{ rank: 1 }, { rank: 2 }] })
  expect((await ask('auditor', 'GET', `${A}/ledger?limit=2`)).json()).toMatchObject({
    entries: [{ event: { seq: 1 } }, { event: { seq: 2 } }],
  })
  const open = question.questions.find(({ question: { id } }) => id !== first?.question.id)?.question.id ?? ''
  const { entries } = (await ask('auditor', 'GET', `${A}/ledger?limit=200`)).json<{
    entries: { event: { seq: number; type: string; findingId?: string } }[]
  }>()
  const decided = entries.find(({ event }) => event.type === 'FindingSubstantiated' && event.findingId === 'o1')
  const reads: readonly (readonly [who: Username, path: string])[] = [
    ['leader', `${A}/overview`],
    ['leader', `${A}/trend`],
    ['reviewer', `${A}/analysis/evenness`],
    ['leader', `${A}/analysis/evenness/document?form=docx`],
    ['leader', `${A}/score-changes`],
    ['leader', `${A}/clauses/${clauses.training}`],
    ['assessor', `${A}/questions/${encodeURIComponent(open)}/effects`],
    ['center-east', `${A}/self-assessments/east`],
    ['center-east', `${A}/sheets/east/timeline`],
    ['center-east', `${A}/sheets/east/readings`],
    ['center-east', `${A}/findings/o1/effects/${decided?.event.seq}`],
    ['center-west', `/api/v1/rubrics/${smallAdopted.rubricDigest}`],
    ['center-east', `${A}/sheets/east/document?form=pdf`],
    ['leader', `${A}/all-sheets/document?form=xlsx`],
    ['leader', `${A}/ranking/document?form=docx`],
    ['leader', `${A}/analysis/what-if?scenario=${encodeURIComponent('周期结束')}`],
    ['leader', `${A}/analysis/what-if/document?form=xlsx&scenario=closed`],
    ['center-east', `${A}/findings-document?form=xlsx`],
    ['center-east', `${A}/findings/o1/notice-document?form=docx`],
    ['inspector', `${A}/findings/o1/rectification-document?form=pdf`],
    ['reviewer', `${A}/findings/f2/appeal-decision-document?form=docx`],
    ['assessor', `${A}/interpretations/document?form=xlsx`],
    ['auditor', `${A}/ledger/document?form=xlsx`],
    ['leader', `${A}/bulletin-document?form=pdf`],
  ]
  for (const [who, path] of reads) await ask(who, 'GET', path)
  const another = { rubricDigest: smallAdopted.rubricDigest, notice: null }
  const certainty = await ask('leader', 'GET', `${A}/analysis/certainty?draws=200&seed=7`)
  expect(certainty.json()).toMatchObject({ certainty: { drawing: { seed: 7, draws: 200 } } })
  await ask('leader', 'GET', `${A}/analysis/certainty/document?form=xlsx&draws=200`)
  const nextYear = await ask('leader', 'POST', `${A}/analysis/next-year`, another)
  expect(nextYear.json()).toMatchObject({ nextYear: { changes: [], notCarried: [] } })
  await ask('leader', 'POST', `${A}/analysis/next-year/document?form=xlsx`, another)
  await ask('assessor', 'GET', '/api/v1/todos')
  const counts = await ask('administrator', 'GET', '/api/v1/deliveries/counts')
  expect(counts.json()).toEqual({ waiting: 0, sending: 0, sent: 0, givenUp: 0 })

  server.clock.set(timestamp('2021-06-01T09:00:00+08:00'))
  await ask('assessor', 'POST', `${A}/close`, {})
  expect((await ask('assessor', 'GET', `${A}/readiness`)).json<{ blocking: number }>().blocking).toBeGreaterThan(0)
  await ask('assessor', 'POST', `${A}/seal`, { forcedBecause: reason })
  await ask('assessor', 'POST', `${A}/publish`, { statement: '公示' })
  await ask('assessor', 'POST', `${A}/reopen`, { reason })
  const { assessments } = (await ask('administrator', 'GET', ROOT)).json<{ assessments: { assessmentId: string }[] }>()
  expect(assessments.find(({ assessmentId }) => assessmentId === 'w1')).toMatchObject({ stage: 'closed' })
  expect(ACT_ROUTES.map(({ operationId }) => operationId).filter((one) => !used.has(one))).toEqual([])
})

test('two who decide the same finding: one gets 200, the other 409 with what changed', async () => {
  const server = await serverFixture()
  const ask = asking(server, new Set())
  await server.parts.office.rubrics.keep(here('assessor')[0], smallAdopted)
  await ask('assessor', 'POST', ROOT, {
    assessmentId: 'w1',
    rubricDigest: smallAdopted.rubricDigest,
    period: { periodFrom: '2021-01-01', periodTo: '2021-12-31' },
    terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 },
    centers: [{ centerId: 'east', name: '东' }],
  })
  await ask('inspector', 'POST', `${A}/findings`, { ...alleged(), centerId: 'east' })
  await ask('assessor', 'POST', `${A}/findings/f1/notify`, {})
  await ask('center-east', 'POST', `${A}/findings/f1/accept`, { statement: '属实' })
  const seen = { 'if-match': '"6"' }
  const payload = { clauseId: clauses.vacated, occurrences: 1, occurredOn, reason, amount: null }
  const url = `${A}/findings/f1/substantiate`
  const [one, other] = await Promise.all(
    (['assessor', 'assessor-2'] as const).map((who) =>
      server.ask(here(who), {
        method: 'POST',
        url,
        payload,
        headers: { ...seen, 'idempotency-key': `decided-by-${who}` },
      }),
    ),
  )
  expect([one?.statusCode, other?.statusCode]).toEqual([200, 409])
  expect(other?.json()).toMatchObject({
    code: 'changed-meanwhile',
    changes: [{ type: 'FindingSubstantiated', by: 'd1-assessor' }, { type: 'DecisionServed' }],
  })
})

type Ask = (
  who: Username,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  headers?: Record<string, string>,
) => Promise<LightMyRequestResponse>

/** Throws on what is refused, and notes which route was used. */
function asking(server: ServerFixture, used: Set<string>): Ask {
  return async (who, method, url, payload, headers = {}) => {
    const answer = await server.ask(here(who), { method, url, headers, ...(payload ? { payload } : {}) })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
    const path = url.split('?')[0] ?? url
    const contract = ACT_ROUTES.find((one) => one.method === method && patternOf(one.path).test(path))
    if (contract) used.add(contract.operationId)
    return answer
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)
}
