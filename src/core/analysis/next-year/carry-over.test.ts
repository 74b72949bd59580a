import { expect, test } from 'vitest'
import { eventsOf, interpretation } from '../../../../test/fixtures/scoring-arbitrary.ts'
import { clauses, smallRubric } from '../../../../test/fixtures/small-rubric.ts'
import {
  id,
  type BonusId,
  type CenterId,
  type ClauseId,
  type FindingId,
  type RubricId,
} from '../../kernel/identifiers.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { points, type Points } from '../../kernel/points.ts'
import { rational } from '../../kernel/rational.ts'
import type { LedgerFact } from '../../ledger/ledger-event.ts'
import type { Amount } from '../../rubric/amount.ts'
import type { Clause } from '../../rubric/clause.ts'
import type { Condition } from '../../rubric/condition.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { answersAsOf, stateAsOf } from '../../scoring/as-of.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { underNotice } from './carry-over.ts'

const day = plainDate('2021-12-31')
const center = id<CenterId>('c1')
const findingId = id<FindingId>('f1')
const bonusId = id<BonusId>('b1')
const fixed = (price: string): Amount => ({ kind: 'fixed', points: points(price) })
const range = (min: string, max: string): Amount => ({ kind: 'range', min: points(min), max: points(max) })
const within = (days: number): Condition => ({
  kind: 'deadline',
  limit: rational(days),
  unit: '日',
  workingDays: true,
  phrase: `${days}个工作日内`,
})

type Told = readonly [as: string, points: Points | null]

test.each<
  [change: string, clauseId: ClauseId, was: Partial<Clause>, now: Partial<Clause> | null, decided: string | null, Told]
>([
  ['nothing', clauses.vacated, {}, {}, null, ['same', null]],
  ['a fixed price is another', clauses.vacated, {}, { amount: fixed('2') }, null, ['repriced', null]],
  ['a fixed price becomes a range', clauses.vacated, {}, { amount: range('1', '3') }, null, ['amount-open', null]],
  ['a range becomes a fixed price', clauses.training, {}, { amount: fixed('2') }, '3', ['repriced', null]],
  [
    'a range that still holds what was decided',
    clauses.training,
    {},
    { amount: range('2', '5') },
    '3',
    ['repriced', points('3')],
  ],
  ['a range that no longer holds it', clauses.training, {}, { amount: range('1', '2') }, '3', ['amount-outside', null]],
  [
    'a range of which nothing was decided yet',
    clauses.training,
    {},
    { amount: range('1', '2') },
    null,
    ['repriced', null],
  ],
  ['the clause is gone', clauses.vacated, {}, null, null, ['clause-removed', null]],
  ['a deduction becomes a bonus', clauses.vacated, {}, { direction: 'bonus' }, null, ['bonus-or-breach', null]],
  ['a deduction becomes 不得分', clauses.vacated, {}, { direction: 'zero' }, null, ['repriced', null]],
  [
    'a shorter deadline',
    clauses.vacated,
    { conditions: [within(5)] },
    { conditions: [within(3)] },
    null,
    ['same', null],
  ],
  [
    'a longer deadline',
    clauses.vacated,
    { conditions: [within(5)] },
    { conditions: [within(7)] },
    null,
    ['deadline-unknown', null],
  ],
  [
    'a deadline where there was none',
    clauses.vacated,
    {},
    { conditions: [within(7)] },
    null,
    ['deadline-unknown', null],
  ],
  ['a deadline less', clauses.vacated, { conditions: [within(5)] }, { conditions: [] }, null, ['same', null]],
  [
    'an exemption',
    clauses.vacated,
    {},
    { conditions: [{ kind: 'exempt', phrase: '不可抗力除外' }] },
    null,
    ['condition-unknown', null],
  ],
  [
    'only what the center answers for',
    clauses.vacated,
    {},
    { conditions: [{ kind: 'responsible', phrase: '责任范围内' }] },
    null,
    ['responsibility-unknown', null],
  ],
  [
    '经核实, which every deduction is',
    clauses.vacated,
    {},
    { conditions: [{ kind: 'verified', phrase: '经核实' }] },
    null,
    ['same', null],
  ],
  [
    'a measure that nobody noted',
    clauses.vacated,
    {},
    { amount: { kind: 'ratio', points: points('2') } },
    null,
    ['measure-missing', null],
  ],
  [
    'a level that nobody noted',
    clauses.vacated,
    {},
    { amount: { kind: 'ordered', levels: ['市'], points: [points('1')] } },
    null,
    ['level-missing', null],
  ],
  [
    'a clause that is read only',
    clauses.vacated,
    {},
    { amount: fixed('2'), standing: { kind: 'recorded', because: '' } },
    null,
    ['not-computed', null],
  ],
])('%s', (_change, clauseId, was, now, decided, expected) => {
  const before = changed(smallRubric, clauseId, was)
  const { carried, notCarried, year } = underNotice(yearOf(before, clauseId, decided), changed(before, clauseId, now))
  const [told] = [...carried.map(({ as }) => as), ...notCarried.map(({ reason }) => reason)]
  expect([told, year.state.findings.get(findingId)?.decision?.points ?? null]).toEqual(expected)
})

test.each<
  [
    text: string,
    was: readonly string[],
    now: readonly string[],
    unmet: number[] | null,
    told: string,
    unmetNow: number[] | null,
  ]
>([
  ['the same requirements', ['及时报修', '有人值守'], ['及时报修', '有人值守'], [1], 'same', [1]],
  ['in another order', ['及时报修', '有人值守'], ['有人值守', '及时报修'], [1], 'same', [0]],
  ['one of two is asked no more, the other was not met', ['及时报修', '有人值守'], ['有人值守'], [1], 'same', null],
  ['the one that was not met is asked no more', ['及时报修', '有人值守'], ['有人值守'], [0], 'requirement-gone', null],
  [
    'nobody noted which, and one is asked no more',
    ['及时报修', '有人值守'],
    ['有人值守'],
    null,
    'requirement-unknown',
    null,
  ],
  ['one more is asked', ['及时报修'], ['有人值守', '及时报修'], null, 'same', [1]],
])('under one 否则: %s', (_text, was, now, unmet, told, unmetNow) => {
  const unless = (antecedents: readonly string[]): Partial<Clause> => ({
    conditions: [{ kind: 'otherwise', antecedents }],
  })
  const before = changed(smallRubric, clauses.breakdown, unless(was))
  const year = yearOf(before, clauses.breakdown, null, unmet)
  const { carried, notCarried, year: other } = underNotice(year, changed(before, clauses.breakdown, unless(now)))
  expect([...carried.map(({ as }) => as), ...notCarried.map(({ reason }) => reason)]).toEqual([told])
  expect(other.state.findings.get(findingId)?.unmet ?? null).toEqual(unmetNow)
})

test('a count keeps its number under another unit, and says so', () => {
  const other = changed(smallRubric, clauses.dress, { per: ['次'] })
  const { carried } = underNotice(yearOf(smallRubric, clauses.dress, null), other)
  expect(carried).toMatchObject([{ as: 'repriced', isRecounted: true }])
})

test('a bonus is carried at its amount, and open where the new range does not hold it', () => {
  const facts: LedgerFact[] = [
    {
      type: 'BonusProposed',
      bonusId,
      centerId: center,
      clauseId: clauses.innovation,
      occurrences: 1,
      occurredOn: plainDate('2021-05-01'),
      measured: null,
      level: null,
      description: '',
      evidence: [],
    },
    { type: 'BonusApproved', bonusId, occurrences: 1, points: points('1'), reason: '' },
  ]
  const told = (max: string) =>
    underNotice(yearWith(smallRubric, facts), changed(smallRubric, clauses.innovation, { amount: range('0.5', max) }))
  expect(told('2').year.state.bonuses.get(bonusId)?.points).toBe(points('1'))
  expect(told('0.6').carried).toMatchObject([{ kind: 'bonus', as: 'amount-outside' }])
  expect(told('0.6').year.state.bonuses.get(bonusId)?.points).toBeNull()
})

test('an answer is carried where the question and the reading chosen are the same', () => {
  const [question] = smallRubric.questions
  if (question === undefined) throw new Error('the small rubric asks nothing')
  const answers = answersAsOf([interpretation(question.id, question.readings[0]?.key ?? '')], day)
  const year = { ...yearWith(smallRubric, []), answers }
  const without: Rubric = { ...smallRubric, questions: smallRubric.questions.slice(1) }
  const otherwise: Rubric = {
    ...smallRubric,
    questions: [{ ...question, readings: question.readings.slice(1) }, ...smallRubric.questions.slice(1)],
  }
  expect(underNotice(year, smallRubric).carriedAnswers).toEqual([question.id])
  expect(underNotice(year, without).notCarried).toMatchObject([{ kind: 'answer', reason: 'question-gone' }])
  expect(underNotice(year, otherwise).notCarried).toMatchObject([{ kind: 'answer', reason: 'reading-gone' }])
})

function changed(rubric: Rubric, clauseId: ClauseId, change: Partial<Clause> | null): Rubric {
  return {
    ...rubric,
    id: id<RubricId>('other'),
    sections: rubric.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => ({
        ...criterion,
        clauses: criterion.clauses.flatMap((one) =>
          one.id !== clauseId ? [one] : change === null ? [] : [{ ...one, ...change }],
        ),
      })),
    })),
  }
}

function decision(decided: string): LedgerFact {
  return { type: 'AmountDecided', findingId, points: points(decided), reason: '', precedents: [] }
}

function yearOf(
  rubric: Rubric,
  clauseId: ClauseId,
  decided: string | null,
  unmet: number[] | null = null,
): AssessedYear {
  return yearWith(rubric, [
    {
      type: 'FindingReported',
      source: 'inspection',
      findingId,
      centerId: center,
      clauseId,
      occurrences: 2,
      occurredOn: plainDate('2021-05-01'),
      eventKey: null,
      measured: null,
      level: null,
      unmet,
      description: '',
      evidence: [],
    },
    {
      type: 'FindingSubstantiated',
      findingId,
      clauseId,
      occurrences: 2,
      occurredOn: plainDate('2021-05-01'),
      reason: '',
    },
    ...(decided === null ? [] : [decision(decided)]),
  ])
}

function yearWith(rubric: Rubric, facts: readonly LedgerFact[]): AssessedYear {
  const events = eventsOf([
    { type: 'AssessmentOpened', rubricId: rubric.id, periodFrom: plainDate('2021-01-01'), periodTo: day },
    { type: 'CenterEnrolled', centerId: center, name: '东街' },
    ...facts,
  ])
  return { rubric, answers: new Map(), state: stateAsOf(events, { occurredBy: day, knownBy: day }) }
}
