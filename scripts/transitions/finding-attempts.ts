import { id, type AppealId, type ClauseId, type FindingId, type PersonId } from '../../src/core/kernel/identifiers.ts'
import { addDays, plainDate, type PlainDate } from '../../src/core/kernel/plain-date.ts'
import { points } from '../../src/core/kernel/points.ts'
import { rational } from '../../src/core/kernel/rational.ts'
import type { Deadline } from '../../src/core/kernel/working-days.ts'
import type { AssessmentState } from '../../src/core/ledger/assessment-state.ts'
import {
  acceptedBy,
  appeal,
  appealed,
  assessor,
  contested,
  corrected,
  decidedAmount,
  dismissed,
  finding,
  notified,
  planned,
  rectified,
  reported,
  returned,
  reversed,
  served,
  submitted,
  substantiated,
  suspected,
  upheld,
  varied,
} from '../../test/fixtures/small-ledger.ts'
import { clauses } from '../../test/fixtures/small-rubric.ts'
import { amended, detected, flagged, withdrawn } from '../../test/fixtures/small-suspicions.ts'
import { stageAttempts } from './assessment-attempts.ts'
import { faulty, models, type Attempt } from './attempt.ts'

/** A price that is printed and one that a person sets: the two ways in which a decision becomes whole. */
const { vacated, training } = clauses
const other = { findingId: id<FindingId>('F2') }

export function findingAttempts(state: AssessmentState, day: PlainDate): Attempt[] {
  const known = state.findings.get(finding)
  const pending = known?.appeal?.appealId ?? appeal
  const next = id<AppealId>(`A${state.appeals.size + 1}`)
  const by = id<PersonId>(`reviewer-${state.appeals.size + 1}`)
  const review = { appealId: pending, by }
  const amount = points('2')
  const within = deadline(addDays(day, 9))
  const past = deadline(addDays(day, -1))
  return [
    ...stageAttempts(state),
    ...models(
      suspected(),
      detected(),
      amended(),
      amended({ occurrences: 2 }),
      withdrawn(),
      withdrawn({ basis: null }),
      flagged(),
      reported(),
      notified({ replyBy: within }),
      acceptedBy(),
      contested(),
      substantiated(vacated),
      substantiated(training),
      dismissed(),
      decidedAmount('2'),
      served({ appealBy: within }),
      corrected(),
      corrected({ points: amount }),
      appealed({ appealId: next }),
      upheld(review),
      varied(review),
      varied({ ...review, points: amount }),
      reversed(review),
      planned({ dueBy: within }),
      submitted(),
      rectified(),
      returned(),
    ),
    ...faulty(
      notified({ replyBy: past }),
      served({ appealBy: past }),
      planned({ dueBy: past }),
      planned({ dueBy: within, measures: '' }),
      ...faultyReports(),
      ...faultySuspicions(),
      ...faultyDecisions(pending),
      ...faultyReplies(),
    ),
  ]
}

function deadline(lastDay: PlainDate): Deadline {
  return { lastDay, workingDays: 5, countedFrom: lastDay, calendarVersion: '2021' }
}

function faultyReports() {
  const nowhere = id<ClauseId>('9.9.9')
  return [
    reported(vacated, { ...other, centerId: id('other') }),
    reported(vacated, { ...other, occurredOn: plainDate('2022-01-01') }),
    reported(vacated, { ...other, description: '' }),
    reported(vacated, { ...other, occurrences: 0 }),
    reported(vacated, { ...other, measured: rational(1) }),
    reported(vacated, { ...other, level: '市' }),
    reported(clauses.otherSystem, { ...other, unmet: [0] }),
    reported(clauses.breakdown, other),
    reported(clauses.onlineRate, other),
    reported(nowhere, other),
    reported(clauses.innovation, other),
    reported(clauses.ratingToHotline, other),
    suspected(vacated, { ...other, description: '' }),
    substantiated(nowhere),
    substantiated(clauses.onlineRate),
    substantiated(vacated, { occurrences: 9 }),
    substantiated(vacated, { occurredOn: plainDate('2022-01-01') }),
  ]
}

function faultySuspicions() {
  return [
    amended({ occurrences: 0 }),
    amended({ occurredOn: plainDate('2022-01-01') }),
    amended({ reason: '' }),
    withdrawn({ reason: '' }),
    flagged({ occurrences: -1 }),
    flagged({ reason: '' }),
  ]
}

function faultyDecisions(appealId: AppealId) {
  const byDecider = { appealId, by: assessor }
  const reason = { reason: '' }
  return [
    dismissed(reason),
    decidedAmount('9'),
    decidedAmount('2', reason),
    decidedAmount('2', { precedents: [id('F9')] }),
    corrected({ occurrences: 9 }),
    corrected(reason),
    upheld(byDecider),
    varied(byDecider),
    reversed(byDecider),
    upheld({ appealId, by: id('reviewer-9'), ...reason }),
    varied({ appealId, by: id('reviewer-9'), ...reason }),
    reversed({ appealId, by: id('reviewer-9'), ...reason }),
  ]
}

function faultyReplies() {
  return [
    notified(other),
    contested({ statement: '' }),
    appealed({ appealId: id('A99'), grounds: '' }),
    appealed(),
    submitted({ statement: '' }),
    returned({ reason: '' }),
  ]
}
