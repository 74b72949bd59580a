import { expect, test } from 'vitest'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type FindingId } from '../kernel/identifiers.ts'
import { explainClauses } from './explain-clauses.ts'
import type { Adjustment, Interval, LineOutcome, ScoreLine, SectionScore } from './score-sheet.ts'

type Given = readonly [effect: number, occurrences: number, outcome: LineOutcome, between?: Interval]
const deducted = (perOccurrence: number): LineOutcome => ({ kind: 'deducted', perOccurrence })
const other = id<FindingId>('F2')
const names = { ofCase: (caseId: string) => (caseId === other ? '第7号' : caseId), ofQuestion: (of: string) => of }

test.each<
  [given: string, lines: readonly Given[], adjustments: Adjustment[], state: string, terms: string[], why: string]
>([
  ['nothing', [], [], 'untouched', [], '台账里没有关于这一款的问题'],
  ['one loss', [[-100, 1, deducted(-100)]], [], 'moved', ['-100×1'], ''],
  [
    'equal losses',
    [
      [-100, 1, deducted(-100)],
      [-200, 2, deducted(-100)],
    ],
    [],
    'moved',
    ['-100×3'],
    '',
  ],
  [
    'unequal losses',
    [
      [-100, 1, deducted(-100)],
      [-300, 1, deducted(-300)],
    ],
    [],
    'moved',
    ['-100×1', '-300×1'],
    '',
  ],
  ['a price charged once', [[-100, 3, deducted(-100)]], [], 'moved', ['-100×1'], ''],
  [
    'a cap of its own',
    [[-300, 3, deducted(-100)]],
    [{ kind: 'clause-cap', ref: clauses.vacated, effect: 100 }],
    'moved',
    ['-100×3'],
    '本款封顶，少扣1分',
  ],
  ['a suspicion', [[0, 1, { kind: 'awaiting-decision' }, [-100, 0]]], [], 'open', [], ''],
  ['a dismissed finding', [[0, 1, { kind: 'dismissed' }]], [], 'idle', [], '登记过，不予认定'],
  [
    'dismissed findings and one reversed',
    [
      [0, 1, { kind: 'dismissed' }],
      [0, 1, { kind: 'dismissed' }],
      [0, 1, { kind: 'reversed' }],
    ],
    [],
    'idle',
    [],
    '登记过，不予认定（2起）；查实过，复核撤销',
  ],
  ['a condition not met', [[0, 1, { kind: 'not-met' }]], [], 'idle', [], '未到本款的条件'],
  [
    'another clause before it',
    [[0, 1, { kind: 'charged-elsewhere', findingId: other }]],
    [],
    'idle',
    [],
    '同一件事已在第7号扣分',
  ],
  [
    'a price charged already',
    [[0, 1, { kind: 'charged-already', findingId: other }]],
    [],
    'idle',
    [],
    '只扣一次，已在第7号扣分',
  ],
])('a clause with %s', (_given, lines, adjustments, state, terms, why) => {
  const [printed] = smallRubric.sections
  if (printed === undefined) throw new Error('no section')
  const explained = explainClauses(printed, section(lines, adjustments), names)
  expect(explained.map(({ clauseId }) => clauseId)).toEqual([
    clauses.vacated,
    clauses.otherSystem,
    clauses.dress,
    clauses.breakdown,
  ])
  const [first, second] = explained
  expect(first).toMatchObject({ criterionId: '1.1', price: '每例扣1分', state, why })
  expect(first?.terms.map(({ amount, times }) => `${amount}×${times}`)).toEqual(terms)
  expect(first?.effect).toBe(lines.reduce((sum, [effect]) => sum + effect, 0))
  expect(second).toMatchObject({ state: 'untouched', lines: [], between: [0, 0] })
})

function section(given: readonly Given[], adjustments: readonly Adjustment[]): SectionScore {
  const lines = given.map(([effect, occurrences, outcome, between = [effect, effect]]): ScoreLine => ({
    clauseId: clauses.vacated,
    criterionId: id('1.1'),
    subject: { kind: 'finding', findingId: id<FindingId>('F1'), occurrences },
    outcome,
    effect,
    between,
    because: [],
  }))
  return { sectionId: id('1'), maxPoints: 500, score: 500, interval: [500, 500], lines, adjustments }
}
