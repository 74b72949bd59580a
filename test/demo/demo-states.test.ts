import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openData } from '../../src/adapters/data/open-data.ts'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { demoNow } from '../../src/app/demo-district/demo-setting.ts'
import { liveAssessments } from '../../src/app/office/live-assessments.ts'
import type { LiveAssessment } from '../../src/app/office/live-assessment.ts'
import { id, type AssessmentId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { dayOf } from '../../src/core/kernel/timestamp.ts'
import { addDays } from '../../src/core/kernel/plain-date.ts'
import type { AssessmentState, Bonus, Finding } from '../../src/core/ledger/assessment-state.ts'
import { openPriceOf } from '../../src/core/rubric/clause-needs.ts'
import { findClause } from '../../src/core/rubric/find-clause.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'
import { isOver } from '../../src/core/ledger/is-over.ts'
import { rankSheets } from '../../src/core/analysis/rank-sheets.ts'
import { foundDemo, type Founding } from '../../src/main/found-demo.ts'
import { cachedDemo, exampleSetting } from './open-demo-district.ts'

let setting: Founding
let year: LiveAssessment
let trial: LiveAssessment
let heads: readonly string[]
beforeAll(async () => {
  setting = await exampleSetting()
  const kept = await assessmentsIn(await cachedDemo(setting))
  ;[year, trial] = [kept('2021'), kept('2021-trial')]
  heads = [year.head.digest, trial.head.digest]
}, 180_000)

const today = dayOf(demoNow(2021))
const waits = ({ standing, reply }: Finding) => standing === 'notified' && reply === 'none'
const isOpenPriced = (rubric: Rubric, { clauseId }: Finding) => {
  const clause = findClause(rubric, clauseId)
  return clause !== null && openPriceOf(rubric, clause) !== null
}

test.each<[state: string, least: number, isIt: (finding: Finding, rubric: Rubric) => boolean]>([
  ['suspected by a detection', 5, ({ standing, basis }) => standing === 'suspected' && basis !== null],
  ['withdrawn because its records were corrected', 1, ({ standing }) => standing === 'withdrawn'],
  [
    'flagged because its records changed after a decision',
    1,
    ({ flags, standing }) => standing === 'substantiated' && flags.length > 0,
  ],
  ['reported and not yet told', 3, ({ standing }) => standing === 'reported'],
  ['told, with days ample', 2, (one) => waits(one) && (one.replyBy?.lastDay ?? '') > addDays(today, 2)],
  [
    'told, with days near their end',
    2,
    (one) => waits(one) && isWithin(one.replyBy?.lastDay, today, addDays(today, 2)),
  ],
  ['told, with days over', 2, (one) => waits(one) && (one.replyBy?.lastDay ?? '9') < today],
  ['accepted and not decided', 3, ({ standing, reply }) => standing === 'notified' && reply === 'accepted'],
  ['contested and not decided', 3, ({ standing, reply }) => standing === 'notified' && reply === 'contested'],
  [
    'contested with evidence on both sides, its amount open to discretion',
    1,
    (one, rubric) =>
      one.standing === 'notified' && one.reply === 'contested' && one.evidence.length >= 2 && isOpenPriced(rubric, one),
  ],
  [
    'substantiated at a fixed price',
    20,
    (one, rubric) => one.standing === 'substantiated' && !isOpenPriced(rubric, one),
  ],
  [
    'substantiated at an amount decided',
    10,
    ({ standing, decision }) => standing === 'substantiated' && (decision?.points ?? null) !== null,
  ],
  [
    'substantiated, its amount to be decided',
    2,
    (one, rubric) => one.standing === 'substantiated' && one.decision?.points === null && isOpenPriced(rubric, one),
  ],
  ['dismissed', 10, ({ standing }) => standing === 'dismissed'],
  ['appealed and not reviewed', 3, ({ appeal }) => appeal?.outcome === 'pending'],
  ['appealed and upheld', 1, ({ appeal }) => appeal?.outcome === 'upheld'],
  ['appealed and varied', 1, ({ appeal }) => appeal?.outcome === 'varied'],
  ['appealed and reversed', 1, ({ appeal }) => appeal?.outcome === 'reversed'],
  ['to be rectified', 2, ({ rectification }) => rectification === 'planned'],
  ['rectified, to be looked at', 2, ({ rectification }) => rectification === 'submitted'],
  ['sent back to be rectified again', 1, ({ rectification }) => rectification === 'returned'],
  ['rectified', 10, ({ rectification }) => rectification === 'accepted'],
  ['told by a center of itself', 1, ({ source }) => source === 'self-assessment'],
  ['shown by photos', 30, ({ evidence }) => evidence.length > 0],
])('in the year there are findings %s', (_state, least, isIt) => {
  const found = [...year.state.findings.values()].filter((one) => isIt(one, year.adopted.rubric))
  expect(found.length).toBeGreaterThanOrEqual(least)
})

test.each<[standing: Bonus['standing'], least: number]>([
  ['proposed', 2],
  ['approved', 1],
  ['rejected', 1],
])('there are bonuses that are %s', (standing, least) => {
  expect([...year.state.bonuses.values()].filter((one) => one.standing === standing).length).toBeGreaterThanOrEqual(
    least,
  )
})

test('about half of the questions are answered, and some centers have assessed themselves', () => {
  const { answers, selfAssessments, centers } = year.state
  expect([year.adopted.rubric.questions.length, answers.size]).toEqual([15, 7])
  expect(selfAssessments.size).toBeGreaterThan(0)
  expect(selfAssessments.size).toBeLessThan(centers.size)
})

test('scores spread, and some centers share one', () => {
  const scores = year.scores.sheets().map(({ score }) => score)
  expect(scores).toHaveLength(11)
  expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(500)
  expect(new Set(scores).size).toBeLessThan(scores.length)
  expect(new Set(scores).size).toBeGreaterThan(5)
})

test('so little is open that the intervals tell most centers apart, and some still overlap', () => {
  const undecided = [...year.state.findings.values()].filter(
    ({ standing }) => !isOver(standing) && standing !== 'substantiated',
  )
  expect(undecided.length).toBeGreaterThanOrEqual(15)
  expect(undecided.length).toBeLessThanOrEqual(30)
  const widths = rankSheets(year.scores.sheets()).map(({ possible: [best, worst] }) => worst - best)
  expect(widths.filter((width) => width <= 7).length).toBeGreaterThanOrEqual(8)
  expect(widths.filter((width) => width > 0).length).toBeGreaterThanOrEqual(5)
})

test('every center was visited on rounds that found nothing under most of the checklist', () => {
  const visits = [...year.state.inspections.values()]
  for (const centerId of year.state.centers.keys()) {
    const own = visits.filter((visit) => visit.centerId === centerId)
    expect(own.length).toBeGreaterThanOrEqual(4)
    expect(new Set(own.flatMap(({ clauseIds }) => clauseIds)).size).toBeGreaterThanOrEqual(10)
  }
})

test('amounts are decided beside precedents that were decided otherwise', () => {
  const points = ({ findings }: AssessmentState, findingId: Finding['findingId']) =>
    findings.get(findingId)?.decision?.points
  const amounts = new Map<string, Set<unknown>>()
  for (const { findingId, clauseId, decision } of year.state.findings.values())
    if ((decision?.points ?? null) !== null)
      amounts.set(clauseId, (amounts.get(clauseId) ?? new Set()).add(points(year.state, findingId)))
  expect([...amounts.values()].filter(({ size }) => size > 1).length).toBeGreaterThanOrEqual(3)
})

test('the trial is closed, sealed without anything standing against it, and published', () => {
  const { isClosed, seal, isPublished } = trial.state
  expect({ isClosed, isPublished, sheets: seal?.sheets.length }).toEqual({
    isClosed: true,
    isPublished: true,
    sheets: 11,
  })
  expect(trial.scores.sheets().every(({ isSettled }) => isSettled)).toBe(true)
})

test('the same seed gives the same ledgers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mingheng-demo-'))
  await foundDemo(join(folder, 'data'), setting, () => undefined)
  const again = await assessmentsIn(join(folder, 'data'))
  expect(['2021', '2021-trial'].map((name) => again(name).head.digest)).toEqual(heads)
  await rm(folder, { recursive: true })
}, 180_000)

function isWithin(day: string | undefined, from: string, to: string): boolean {
  return day !== undefined && day >= from && day <= to
}

async function assessmentsIn(dataFolder: string): Promise<(name: string) => LiveAssessment> {
  const opened = openData(dataFolder)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const { ledgers, rubrics, close } = opened.value
  const live = liveAssessments({ ledgers, rubrics, digester: nodeDigester })
  const found = new Map<string, LiveAssessment>()
  for (const name of ['2021', '2021-trial']) {
    const looked = await live.look(id<TenantId>('demo'), id<AssessmentId>(name))
    if (!looked.ok) throw new Error(looked.refusal.message)
    found.set(name, looked.value)
  }
  await close()
  return (name) => {
    const one = found.get(name)
    if (one === undefined) throw new Error(`no assessment ${name}`)
    return one
  }
}
