import { expect, test } from 'vitest'
import { clause, span } from '../../../test/fixtures/clause.ts'
import { approved, asEvents, closed, enrolled, opened, proposed } from '../../../test/fixtures/small-ledger.ts'
import { id, type BonusId, type ClauseId } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { points } from '../kernel/points.ts'
import type { Question } from '../rubric/question.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { score } from './score.ts'

const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2022-12-31') }
const clauseIds = ['1.1.1', '1.1.2'].map((name) => id<ClauseId>(name))
const [open, plain] = clauseIds as [ClauseId, ClauseId]
const question: Question = {
  id: id('1.1/damaged-number'),
  code: 'damaged-number',
  criterionId: id('1.1'),
  clauseIds: [open],
  sectionIds: [],
  span,
  why: '',
  readings: ['1', '2'].map((key) => ({ key, label: key, effect: { kind: 'amount', points: points(key) } })),
}
const rubric: Rubric = {
  id: id('undecided'),
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
        {
          id: id('1.1'),
          label: '',
          text: '',
          requirement: null,
          maxPoints: null,
          span,
          clauses: [
            clause(open, '', { kind: 'fixed', points: points('1') }, { direction: 'bonus' }),
            clause(plain, '', { kind: 'fixed', points: points('1.5') }, { direction: 'bonus' }),
          ],
        },
      ],
    },
  ],
  relations: [{ kind: 'highest-only', clauseIds, phrase: '', span }],
  questions: [question],
  remarks: [],
  statedTotal: null,
}
const given = { bonusId: id<BonusId>('B1'), occurrences: 1 }
const asked = { bonusId: id<BonusId>('B2'), occurrences: 1 }
const decided = [opened(), enrolled(), proposed(open, given), approved(null, given)]

test('an application that nobody has decided does not lift a gain whose price the office has not said', () => {
  const scoreOf = (facts: Parameters<typeof asEvents>[0]) =>
    score(rubric, [], asEvents([...facts, closed()]), clocks)[0]?.score
  expect(scoreOf(decided)).toBe(2100)
  expect(scoreOf([...decided, proposed(plain, asked)])).toBe(2100)
  expect(scoreOf([...decided, proposed(plain, asked), approved(null, asked)])).toBe(2200)
})
