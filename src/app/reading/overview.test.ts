import { beforeAll, expect, test } from 'vitest'
import {
  asks,
  assessmentId,
  kept,
  openedOffice,
  people,
  xiayang,
  yingpu,
  type TestOffice,
} from '../../../test/fixtures/acting-office.ts'
import { amountOf, alleged, decided, f1, toAccepted, toSubstantiated } from '../../../test/fixtures/acting-story.ts'
import { appealed, appealId, bonusId, closed, proposed } from '../../../test/fixtures/acting-plays.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type FindingId } from '../../core/kernel/identifiers.ts'
import { plainDate, type PlainDate } from '../../core/kernel/plain-date.ts'
import { points } from '../../core/kernel/points.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { interpretationsIn } from '../../core/ledger/interpretations-in.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { score } from '../../core/scoring/score.ts'
import { answerQuestion } from '../acting/answer-question.ts'
import { approveBonus } from '../acting/approve-bonus.ts'
import { decideAmount } from '../acting/decide-amount.ts'
import { reportFinding } from '../acting/report-finding.ts'
import { reverseFinding } from '../acting/reverse-finding.ts'
import { substantiateFinding } from '../acting/substantiate-finding.ts'
import type { TrendPoint } from '../office/live-history.ts'
import { readLedger } from './read-ledger.ts'
import { readOverview } from './read-overview.ts'
import { readTrend } from './read-trend.ts'
import { scoreChanges } from './score-changes.ts'

const f2 = id<FindingId>('f2')
const f3 = id<FindingId>('f3')
const END = plainDate('2022-12-31')

let office: TestOffice
let ledger: readonly LedgerEvent[]

/** Something on each of some days: losses, a gain, a reversal, an answer that moves several, nothing at all, the end. */
beforeAll(async () => {
  office = await openedOffice()
  const on = (day: string) => office.clock.set(timestamp(`${day}T09:00:00+08:00`))
  kept(await appealed(office))
  on('2021-05-26')
  await toAccepted(office, f2, clauses.training)
  kept(await substantiateFinding(office, asks(people.assessor), decided(clauses.training, f2)))
  kept(await proposed(people.staff)(office))
  on('2021-05-28')
  const bonus = { bonusId, occurrences: 1, points: points('0.5'), reason: '已审定' }
  kept(await approveBonus(office, asks(people.otherAssessor), bonus))
  kept(await decideAmount(office, asks(people.assessor), { findingId: f2, ...amountOf('2') }))
  on('2021-06-01')
  const elsewhere = alleged(clauses.poorRating, { findingId: f3, centerId: yingpu })
  kept(await reportFinding(office, asks(people.inspector), elsewhere))
  on('2021-06-02')
  const reversal = { appealId, findingId: f1, reason: '当日停电' }
  kept(await reverseFinding(office, asks(people.reviewer), reversal))
  for (const { id: questionId, readings } of smallRubric.questions) {
    const [reading] = readings
    if (reading === undefined) continue
    const isPriced = reading.effect.kind === 'amount' || reading.effect.kind === 'bonus-cap'
    const given = { questionId, reading: reading.key, points: isPriced ? points('1') : null, reason: '会议议定' }
    await answerQuestion(office, asks(people.assessor), given)
  }
  await toSubstantiated(office, id<FindingId>('f4'), clauses.dress)
  kept(await closed(office))
  ledger = kept(await readLedger(office, people.auditor, assessmentId, 0, 500)).entries.map(({ event }) => event)
})

const totalsAfter = (events: readonly LedgerEvent[]) =>
  new Map(
    score(smallRubric, interpretationsIn(events), events, { occurredBy: END, knownBy: END }).map((sheet) => [
      sheet.centerId,
      sheet.score,
    ]),
  )

test('the trend says of every day what the ledger up to its end gives', async () => {
  const { centers, mean, from, to } = kept(
    await readTrend(office, people.leader, assessmentId, { from: null, to: null }),
  )
  expect([from, to]).toEqual(['2021-05-24', '2022-01-04'])
  const days = [...new Set(ledger.map(({ recordedAt }) => recordedAt.slice(0, 10)))]
  expect(days.length).toBeGreaterThan(4)
  for (const day of days) {
    const totals = totalsAfter(ledger.filter(({ recordedAt }) => recordedAt.slice(0, 10) <= day))
    expect([day, ...centers.map(({ points: own }) => on(own, day))]).toEqual([
      day,
      ...centers.map(({ centerId }) => totals.get(centerId)),
    ])
    expect(on(mean, day)).toBe(Math.round([...totals.values()].reduce((sum, one) => sum + one, 0) / totals.size))
  }
  for (const { points: own } of centers)
    own.forEach(({ score: after }, at) => expect(after).not.toBe(own[at - 1]?.score))
})

test('a period of the trend begins with what stood before it', async () => {
  const period = { from: plainDate('2021-05-29'), to: plainDate('2021-06-01') }
  const whole = kept(await readTrend(office, people.leader, assessmentId, { from: null, to: null }))
  const { centers, from, to } = kept(await readTrend(office, people.leader, assessmentId, period))
  expect([from, to]).toEqual([period.from, period.to])
  expect(centers.map(({ points: own }) => own)).toEqual(
    whole.centers.map(({ points: own }) => [{ day: period.from, score: on(own, '2021-05-29') }]),
  )
})

test('the last changes are those that folding event by event shows, with totals and ranks before and after', async () => {
  const expected: unknown[] = []
  for (let at = 1; at <= ledger.length; at++) {
    const [before, after] = [totalsAfter(ledger.slice(0, at - 1)), totalsAfter(ledger.slice(0, at))]
    const changed = [...after].filter(([center, own]) => before.has(center) && before.get(center) !== own)
    const [only] = changed
    if (only === undefined) continue
    const rank = (totals: typeof after) =>
      1 + [...totals.values()].filter((own) => own > (totals.get(only[0]) ?? 0)).length
    expected.push({
      seq: ledger[at - 1]?.seq,
      centers: changed.length,
      ...(changed.length > 1
        ? { centerId: null, total: null, rank: null }
        : { centerId: only[0], total: [before.get(only[0]), only[1]], rank: [rank(before), rank(after)] }),
    })
  }
  expect(expected.length).toBeGreaterThan(4)
  const changes = kept(await scoreChanges(office, people.leader, assessmentId))
  expect(changes).toMatchObject(expected.toReversed().slice(0, 10))
  expect(changes.find(({ type }) => type === 'FindingReversed')).toMatchObject({
    centerId: xiayang,
    clauseId: clauses.vacated,
    findingId: f1,
    recordedOn: '2021-06-02',
  })
})

test('the overview gives the sheets without their lines, as of any day', async () => {
  const now = kept(await readOverview(office, people.leader, assessmentId, null))
  expect(now.ranked.map(({ centerId, score: own }) => [centerId, own])).toEqual(
    [...totalsAfter(ledger)].toSorted(([, one], [, other]) => other - one),
  )
  expect(now.sections.map(({ maxPoints }) => maxPoints)).toEqual([500, 1000, null, null])
  expect(now.counts).toMatchObject({ deducted: 2, added: 3, open: { decision: 1 } })
  const past = { occurredBy: plainDate('2021-05-24'), knownBy: plainDate('2021-05-24') }
  const then = kept(await readOverview(office, people.leader, assessmentId, past))
  expect(then.counts).toMatchObject({ deducted: 1, added: 0, open: { appeal: 1 } })
  expect(then.ranked.at(-1)?.cells[0]).toEqual({ change: -100, isOpen: true })
})

test('a center sees none of it', async () => {
  for (const read of [
    readOverview(office, people.staff, assessmentId, null),
    readTrend(office, people.staff, assessmentId, { from: null, to: null }),
    scoreChanges(office, people.staff, assessmentId),
  ])
    expect(await read).toMatchObject({ ok: false, refusal: { code: 'not-permitted' } })
})

function on(trend: readonly TrendPoint[], day: string): number | undefined {
  return trend.findLast((point) => point.day <= (day as PlainDate))?.score
}
