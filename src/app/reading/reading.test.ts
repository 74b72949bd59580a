import { expect, test } from 'vitest'
import {
  actor,
  asks,
  assessmentId,
  district,
  kept,
  openedOffice,
  people,
  xiayang,
  yingpu,
} from '../../../test/fixtures/acting-office.ts'
import {
  type Play,
  appealed,
  closed,
  notified,
  planned,
  proposed,
  sealed,
} from '../../../test/fixtures/acting-plays.ts'
import {
  amountOf,
  decided,
  f1,
  toAccepted,
  toNotified,
  toReported,
  toSubstantiated,
} from '../../../test/fixtures/acting-story.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type FindingId } from '../../core/kernel/identifiers.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { interpretationsIn } from '../../core/ledger/interpretations-in.ts'
import { score } from '../../core/scoring/score.ts'
import type { Actor } from '../people/actor.ts'
import { listAssessments } from './list-assessments.ts'
import { listFindings } from './list-findings.ts'
import { myTodos } from './my-todos.ts'
import { precedentsOf } from './precedents-of.ts'
import { publicResults } from './public-results.ts'
import { publishResults } from '../acting/publish-results.ts'
import { rankCenters } from './rank-centers.ts'
import { listBonuses } from './read-bonuses.ts'
import { readFinding } from './read-finding.ts'
import { readLedger } from './read-ledger.ts'
import { readSheet } from './read-sheet.ts'
import { substantiateFinding } from '../acting/substantiate-finding.ts'

const everything = {
  centerId: null,
  standings: [],
  clauseId: null,
  source: null,
  text: null,
  occurredFrom: null,
  occurredTo: null,
  isMine: false,
}
const page = { order: 'newest', after: null, limit: 50 } as const
const f2 = id<FindingId>('f2')

test.each<[string, Actor, string[] | string]>([
  ['an assessor', people.assessor, ['f2', 'f1']],
  ['its center', people.staff, ['f2', 'f1']],
  ['another center', people.otherStaff, []],
  ['somebody of a center without one', actor('staff-3', ['center']), []],
  ['an administrator', people.administrator, 'not-permitted'],
])('%s sees the findings that are theirs to see', async (_title, who, expected) => {
  const office = await openedOffice()
  await toReported(office)
  await toReported(office, f2)
  const listed = await listFindings(office, who, assessmentId, everything, page)
  expect(listed.ok ? listed.value.entries.map(({ finding }) => finding.findingId) : listed.refusal.code).toEqual(
    expected,
  )
})

test('pages of findings follow each other, filters narrow them', async () => {
  const office = await openedOffice()
  await toSubstantiated(office)
  await toReported(office, f2)
  const first = kept(await listFindings(office, people.assessor, assessmentId, everything, { ...page, limit: 1 }))
  const second = kept(
    await listFindings(office, people.assessor, assessmentId, everything, { ...page, after: first.next, limit: 1 }),
  )
  expect([first, second].map(({ entries }) => entries.map(({ finding }) => finding.findingId))).toEqual([
    ['f2'],
    ['f1'],
  ])
  expect(second.next).toBeNull()
  const only = async (rest: object) =>
    kept(await listFindings(office, people.assessor, assessmentId, { ...everything, ...rest }, page)).entries.length
  expect([
    await only({ standings: ['substantiated'] }),
    await only({ clauseId: clauses.dress }),
    await only({ centerId: yingpu }),
    await only({ isMine: true }),
  ]).toEqual([1, 0, 0, 1])
  expect(
    await listFindings(office, people.staff, assessmentId, { ...everything, centerId: yingpu }, page),
  ).toMatchObject({ refusal: { code: 'not-permitted' } })
  expect(await listFindings(office, people.assessor, assessmentId, everything, { ...page, limit: 0 })).toMatchObject({
    refusal: { code: 'page-wrong' },
  })
})

test('a finding is read with its history and the version that an act on it rests on', async () => {
  const office = await openedOffice()
  await toSubstantiated(office)
  const read = kept(await readFinding(office, people.staff, assessmentId, f1))
  expect(read.history.map(({ type }) => type)).toEqual([
    'FindingReported',
    'FindingNotified',
    'FindingAccepted',
    'FindingSubstantiated',
    'DecisionServed',
  ])
  expect(read.version).toBe(read.history.at(-1)?.seq)
  expect(await readFinding(office, people.otherStaff, assessmentId, f1)).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
})

test('a live sheet is the sheet of the ledger, and a past one is read from it again', async () => {
  const office = await openedOffice()
  await toSubstantiated(office)
  const live = kept(await readSheet(office, people.staff, assessmentId, xiayang, null))
  const events = kept(await readLedger(office, people.auditor, assessmentId, 0, 500)).entries.map(({ event }) => event)
  const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2021-12-31') }
  expect(live.sheet).toEqual(score(smallRubric, interpretationsIn(events), events, clocks)[0])
  expect(kept(await readSheet(office, people.staff, assessmentId, xiayang, clocks))).toEqual({ ...live, clocks })
  const before = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2021-05-23') }
  const past = await readSheet(office, people.staff, assessmentId, xiayang, before)
  expect(past).toMatchObject({ refusal: { code: 'center-unlisted' } })
  expect(live.verification).toMatchObject({ seq: events.length, centerId: xiayang })
  const cut = { occurredBy: plainDate('2021-05-01'), knownBy: plainDate('2021-12-31') }
  expect(kept(await readSheet(office, people.staff, assessmentId, xiayang, cut))).toMatchObject({ verification: null })
  expect(live.sections[0]?.lines[0]).toMatchObject({ quote: '工作人员没有到岗到位，查实一例扣1分' })
  expect(await readSheet(office, people.otherStaff, assessmentId, xiayang, null)).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
})

test.each<[string, Actor, string[] | string]>([
  ['an assessor sees all in their ranks', people.assessor, [yingpu, xiayang]],
  ['a center sees no ranking before it is published', people.staff, 'not-permitted'],
])('%s', async (_title, who, expected) => {
  const office = await openedOffice()
  await toSubstantiated(office)
  const ranking = await rankCenters(office, who, assessmentId, null)
  expect(ranking.ok ? ranking.value.ranked.map(({ sheet }) => sheet.centerId) : ranking.refusal.code).toEqual(expected)
})

test('what was decided before under the clause is offered, without the name of another center and the words about it', async () => {
  const office = await openedOffice()
  await toAccepted(office, f1, clauses.training)
  kept(
    await substantiateFinding(office, asks(people.assessor), { ...decided(clauses.training), amount: amountOf('2') }),
  )
  const [own] = kept(await precedentsOf(office, people.assessor, assessmentId, clauses.training, 5))
  expect(own).toMatchObject({ findingId: f1, centerName: '夏阳街道', points: 200, reason: '有计划无记录' })
  const [foreign] = kept(await precedentsOf(office, people.otherStaff, assessmentId, clauses.training, 5))
  expect(foreign).toMatchObject({ findingId: null, centerId: null, centerName: null, points: 200, reason: null })
  expect(kept(await precedentsOf(office, people.assessor, assessmentId, clauses.vacated, 5))).toEqual([])
})

test.each<[title: string, play: Play, who: Actor, kinds: string[]]>([
  ['a center has a reply due', notified, people.staff, ['reply-due']],
  [
    'a center has a rectification and a reply due, the soonest first',
    planned(null),
    people.staff,
    ['reply-due', 'rectification-due'],
  ],
  ['a reviewer has an appeal', appealed, people.reviewer, ['appeal-to-review']],
  ['but not one of the own center', appealed, people.ownReviewer, []],
  ['an assessor has a bonus', proposed(people.staff), people.otherAssessor, ['bonus-to-approve']],
  ['but not the own proposal', proposed(people.assessor), people.assessor, []],
  ['a closed period waits for its seal', closed, people.assessor, ['assessment-to-seal']],
  ['a seal waits to be published', sealed, people.assessor, ['results-to-publish']],
  ['a leader has nothing to do', appealed, people.leader, []],
])('%s', async (_title, play, who, kinds) => {
  const office = await openedOffice()
  kept(await play(office))
  const todos = kept(await myTodos(office, who))
  expect(todos.map(({ kind }) => kind).filter((kind) => kind !== 'question-open')).toEqual(kinds)
})

test('a todo says how long is left, what it is about and within what a person decides', async () => {
  const office = await openedOffice()
  await toNotified(office)
  const [reply] = kept(await myTodos(office, people.staff))
  expect(reply).toMatchObject({ kind: 'reply-due', dueBy: '2021-05-31', daysLeft: 5, centerName: '夏阳街道' })
  office.clock.set(timestamp('2021-05-29T09:00:00+08:00'))
  expect(kept(await myTodos(office, people.staff))[0]).toMatchObject({ daysLeft: 1, daysWaited: 4 })
  await toReported(office, f2, clauses.training)
  const [notify, question] = kept(await myTodos(office, people.assessor)).toSorted(byKind)
  expect([notify, question]).toMatchObject([
    { kind: 'finding-to-notify', clauseId: clauses.training, range: { direction: 'deduct', min: 100, max: 300 } },
    { kind: 'question-open', range: null, daysLeft: null },
  ])
})

test('results are public when they are published, and not before', async () => {
  const office = await openedOffice()
  kept(await sealed(office))
  expect(await publicResults(office, district, assessmentId)).toMatchObject({ refusal: { code: 'not-published' } })
  kept(await publishResults(office, asks(people.assessor), { statement: '现予公示' }))
  expect(kept(await publicResults(office, district, assessmentId))).toMatchObject({
    statement: '现予公示',
    results: [{ rank: 1 }, { rank: 1 }],
  })
})

test('the list of assessments counts, for a center its own only', async () => {
  const office = await openedOffice()
  await toReported(office)
  kept(await proposed(people.staff)(office))
  const counted = async (who: Actor) => kept(await listAssessments(office, who))[0]
  expect(await counted(people.assessor)).toMatchObject({
    stage: 'running',
    centers: 2,
    progress: { findings: { reported: 1 }, bonusesProposed: 1 },
  })
  expect(await counted(people.administrator)).toMatchObject({ progress: { findings: { reported: 1 } } })
  expect(await counted(people.otherStaff)).toMatchObject({
    progress: { findings: { reported: 0 }, bonusesProposed: 0 },
  })
  expect(
    kept(
      await listBonuses(
        office,
        people.otherStaff,
        assessmentId,
        { centerId: null, standing: null },
        { before: null, limit: 50 },
      ),
    ).entries,
  ).toEqual([])
})

test('a deadline that has passed leaves the decision to the office', async () => {
  const office = await openedOffice()
  await toNotified(office)
  office.clock.set(timestamp('2021-06-30T09:00:00+08:00'))
  expect(kept(await myTodos(office, people.staff))).toEqual([])
  expect(kept(await myTodos(office, people.assessor)).map(({ kind }) => kind)).toContain('finding-to-decide')
})

function byKind(one: { readonly kind: string }, other: { readonly kind: string }): number {
  return one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : 0
}
