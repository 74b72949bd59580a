import { expect, test } from 'vitest'
import { clause, span } from '../../../test/fixtures/clause.ts'
import {
  asEvents,
  closed,
  enrolled,
  opened,
  proposed,
  approved,
  reported,
  substantiated,
} from '../../../test/fixtures/small-ledger.ts'
import { id, type ClauseId, type FindingId } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { points } from '../kernel/points.ts'
import { rational } from '../kernel/rational.ts'
import type { Amount, TieredAmount } from '../rubric/amount.ts'
import type { Cap, Clause } from '../rubric/clause.ts'
import type { Relation } from '../rubric/relation.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { score } from './score.ts'

const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2022-12-31') }
const one: Amount = { kind: 'fixed', points: points('1') }
const two: Amount = { kind: 'fixed', points: points('2') }
const full: Amount = { kind: 'full' }
const tiers: TieredAmount = {
  kind: 'tiers',
  metric: '办结率',
  unit: '%',
  tiers: [
    { min: rational(90), minInclusive: true, max: null, maxInclusive: false, points: 'full' },
    { min: rational(80), minInclusive: true, max: rational(90), maxInclusive: false, points: points('6') },
  ],
}
const numbered = (op: '<' | '>=') => ({
  conditions: [{ kind: 'running-count', metric: '次数', op, value: rational(3), unit: '次' } as const],
})
const cap = (amount: string, over: Extract<Cap, { kind: 'points' }>['over']): Partial<Clause> => ({
  cap: { kind: 'points', points: points(amount), over, phrase: '' },
})
const times = { per: ['次'] }
const printed = { phrase: '', span }
const clauseIds = ['1.1.1', '1.1.2'].map((name) => id<ClauseId>(name))
const highest: Relation = { kind: 'highest-only', clauseIds, ...printed }

/** What stands under `1.1.1`, `1.1.2` … of a criterion of 10 points in a section of 20, beside one criterion that loses. */
type Parts = readonly (readonly [amount: Amount, rest: Partial<Clause>])[]
type Happening = readonly [clause: number, count: number, rest?: { month?: string; measured?: number; level?: string }]

test.each<[given: string, parts: Parts, happenings: readonly Happening[], total: number]>([
  ['a cap on the clause', [[one, { ...times, ...cap('2', { kind: 'clause' }) }]], [[1, 5]], 1800],
  [
    'a cap on the criterion',
    [
      [one, { ...times, ...cap('3', { kind: 'item' }) }],
      [one, times],
    ],
    [
      [1, 2],
      [2, 2],
    ],
    1700,
  ],
  ['a cap on the section', [[one, { ...times, ...cap('4', { kind: 'section' }) }]], [[1, 9]], 1600],
  [
    'a cap by the month, in two months',
    [[one, { ...times, ...cap('2', { kind: 'period', word: '月' }) }]],
    [
      [1, 5],
      [1, 3, { month: '06' }],
    ],
    1600,
  ],
  ['a criterion used up', [[one, { ...times, floor: 'item' }]], [[1, 15]], 1000],
  ['a section used up', [[one, { ...times, floor: 'section' }]], [[1, 25]], 0],
  [
    'what goes on past the floor',
    [
      [one, { ...times, floor: 'item' }],
      [one, { ...times, beyondCap: true }],
    ],
    [
      [1, 15],
      [2, 2],
    ],
    800,
  ],
  [
    'no points for the criterion',
    [
      [full, { direction: 'zero' }],
      [one, times],
    ],
    [
      [1, 1],
      [2, 3],
    ],
    1000,
  ],
  ['no points for the section', [[full, { direction: 'zero', scope: 'section' }]], [[1, 1]], 0],
  [
    'a veto',
    [
      [full, { direction: 'veto' }],
      [one, times],
    ],
    [
      [1, 1],
      [2, 3],
    ],
    0,
  ],
  ['a criterion that is earned, and nothing earned', [[full, { direction: 'earn' }]], [], 1000],
  ['a criterion that is earned in full', [[full, { direction: 'earn' }]], [[1, 1]], 2000],
  ['a band of all points', [[tiers, { direction: 'earn' }]], [[1, 1, { measured: 90 }]], 2000],
  ['a lower band', [[tiers, { direction: 'earn' }]], [[1, 1, { measured: 89 }]], 1600],
  ['no band', [[tiers, { direction: 'earn' }]], [[1, 1, { measured: 79 }]], 1000],
  [
    'a share of the points',
    [[{ kind: 'ratio', points: points('10') }, { direction: 'earn' }]],
    [[1, 1, { measured: 0.75 }]],
    1750,
  ],
  [
    'the third time and after',
    [
      [one, { ...times, ...numbered('<') }],
      [two, { ...times, ...numbered('>=') }],
    ],
    [
      [1, 2],
      [1, 1, { month: '06' }],
      [2, 1, { month: '07' }],
    ],
    1400,
  ],
  [
    'double the price',
    [
      [one, times],
      [{ kind: 'multiplied', times: rational(2), of: clauseIds[0] ?? null }, times],
    ],
    [[2, 1]],
    1800,
  ],
  [
    'only the highest level',
    [
      [one, { direction: 'bonus' }],
      [two, { direction: 'bonus' }],
    ],
    [
      [1, 1],
      [2, 1],
    ],
    2200,
  ],
  [
    'a clause that is only recorded',
    [[one, { ...times, standing: { kind: 'recorded', because: '附表未附' } }]],
    [[1, 3]],
    2000,
  ],
])('given %s', (_given, parts, happenings, total) => {
  const rubric = rubricOf(parts, parts.some(([, { direction }]) => direction === 'bonus') ? [highest] : [])
  const ledger = asEvents([
    opened(),
    enrolled(),
    ...happenings.flatMap((one, at) => happened(parts, one, at)),
    closed(),
  ])
  const [sheet] = score(rubric, [], ledger, clocks)
  expect(sheet).toMatchObject({ score: total, interval: [total, total], isSettled: true })
  expect(sheet?.sections[0]?.lines).toHaveLength(happenings.length)
})

function happened(parts: Parts, [place, occurrences, rest = {}]: Happening, at: number) {
  const clauseId = id<ClauseId>(`1.1.${place}`)
  const occurredOn = plainDate(`2021-${rest.month ?? '05'}-10`)
  const measured = rest.measured === undefined ? null : rational(rest.measured * 100, 100)
  if (parts[place - 1]?.[1].direction === 'bonus') {
    const bonusId = id<never>(`B${at}`)
    return [proposed(clauseId, { bonusId, occurrences }), approved(null, { bonusId, occurrences })]
  }
  const about = { findingId: id<FindingId>(`F${at}`), occurrences, occurredOn }
  return [reported(clauseId, { ...about, measured, eventKey: null }), substantiated(clauseId, about)]
}

function rubricOf(parts: Parts, relations: readonly Relation[]): Rubric {
  const shared = { label: '', text: '', requirement: null, span }
  const clauses = parts.map(([amount, rest], at) => clause(id<ClauseId>(`1.1.${at + 1}`), '', amount, rest))
  return {
    id: id('kinds'),
    title: '',
    noticeNumber: null,
    year: 2021,
    sections: [
      {
        id: id('1'),
        label: '',
        title: '',
        maxPoints: points('20'),
        span,
        criteria: [
          { id: id('1.1'), maxPoints: points('10'), clauses, ...shared },
          { id: id('1.2'), maxPoints: points('10'), clauses: [], ...shared },
        ],
      },
    ],
    relations,
    questions: [],
    remarks: [],
    statedTotal: null,
  }
}
