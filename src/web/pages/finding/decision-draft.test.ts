import { expect, test } from 'vitest'
import { freshDraft, isDraft, isTouched, modesOf, rebased, type DecisionDraft, type Mode } from './decision-draft.ts'
import type { ShownFinding } from './shown-finding.ts'

const shown = (finding: object, kind: string | null = null) =>
  ({
    finding: { clauseId: '5.2.1', occurrences: 2, occurredOn: '2021-10-04', decision: null, appeal: null, ...finding },
    step: kind === null ? null : { kind, dueBy: null, isMine: true },
    version: 7,
  }) as unknown as ShownFinding
const everything = () => true

test.each<[string, ShownFinding, (action: string) => boolean, readonly Mode[]]>([
  ['a suspicion can only be dismissed', shown({ standing: 'suspected' }), everything, ['dismiss']],
  ['one that the center was told of', shown({ standing: 'notified' }), everything, ['substantiate', 'dismiss']],
  ['one whose amount is missing', shown({ standing: 'substantiated' }, 'amount-to-decide'), everything, ['amount']],
  ['one that was decided', shown({ standing: 'substantiated' }), everything, ['correct']],
  [
    'one under appeal',
    shown({ standing: 'substantiated', appeal: { outcome: 'pending' } }),
    (action) => action === 'appeal.review',
    ['uphold', 'vary', 'reverse'],
  ],
  [
    'one under appeal, for its assessor',
    shown({ standing: 'substantiated', appeal: { outcome: 'pending' } }),
    (action) => action !== 'appeal.review',
    [],
  ],
  ['one that was reversed', shown({ standing: 'reversed' }), everything, []],
])('what can be decided: %s', (_what, finding, may, modes) => {
  expect(modesOf(finding, may)).toEqual(modes)
})

const fresh = freshDraft(shown({ standing: 'notified' }), 'substantiate')

test.each<[string, Partial<DecisionDraft>, boolean]>([
  ['nothing', {}, false],
  ['another mode', { mode: 'dismiss' }, false],
  ['blanks', { reason: '  ' }, false],
  ['a word', { reason: 'a' }, true],
  ['an amount', { points: 200 }, true],
  ['a precedent', { precedents: ['f1'] }, true],
])('a draft with %s is worth keeping or not', (_what, part, isWorth) => {
  expect(isTouched({ ...fresh, ...part }, fresh)).toBe(isWorth)
})

test('what was written survives a decision by somebody else', () => {
  const mine = { ...fresh, reason: 'shut for 107 minutes', points: 200 }
  expect(rebased(mine, 9, ['correct'])).toEqual({ ...mine, seen: 9, mode: 'correct' })
  expect(rebased(mine, 9, ['substantiate', 'dismiss']).mode).toBe('substantiate')
})

test('what is kept on the device is read only where it is a draft', () => {
  expect(isDraft(JSON.parse(JSON.stringify(fresh)))).toBe(true)
  for (const other of [null, 1, {}, { ...fresh, points: 'two' }]) expect(isDraft(other)).toBe(false)
})
