import { expect, test } from 'vitest'
import { id, type BonusId, type FindingId } from '../../core/kernel/identifiers.ts'
import { caseOf, effectOf, linesByOutcome, openOf } from './lines-by-outcome.ts'
import type { ScoreLine } from './sheet-answer.ts'

const line = (kind: 'dismissed' | 'awaiting-decision' | 'zeroed', effect: number, least: number): ScoreLine => ({
  clauseId: id('1.1.1'),
  criterionId: id('1.1'),
  subject: { kind: 'finding', findingId: id<FindingId>('f1'), occurrences: 1 },
  outcome: { kind },
  effect,
  between: [least, effect],
  because: [],
})

test('lines that came to the same stand together, in the order in which the first of each came', () => {
  const [one, two, three] = [line('dismissed', 0, 0), line('awaiting-decision', 0, -100), line('dismissed', 0, 0)]
  expect(linesByOutcome([one, two, three])).toEqual([
    { kind: 'dismissed', lines: [one, three] },
    { kind: 'awaiting-decision', lines: [two] },
  ])
})

test('what lines move, and how far they can, adds up', () => {
  const lines = [line('zeroed', -100, -100), line('awaiting-decision', 0, -300)]
  expect([effectOf(lines), openOf(lines)]).toEqual([-100, [-400, -100]])
})

test.each<[ScoreLine['subject'], string | null]>([
  [{ kind: 'finding', findingId: id<FindingId>('f1'), occurrences: 2 }, 'f1'],
  [{ kind: 'bonus', bonusId: id<BonusId>('b1'), occurrences: 1 }, 'b1'],
  [{ kind: 'period' }, null],
])('the case of a line about %o', (subject, expected) => {
  expect(caseOf({ ...line('zeroed', 0, 0), subject })).toBe(expected)
})
