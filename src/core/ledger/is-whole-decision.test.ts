import { expect, test } from 'vitest'
import {
  acceptedBy,
  answered,
  decidedAmount,
  enrolled,
  notified,
  opened,
  reported,
  substantiated,
  asEvents,
  finding,
} from '../../../test/fixtures/small-ledger.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type ClauseId, type QuestionId } from '../kernel/identifiers.ts'
import { points } from '../kernel/points.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { Proposal } from './decide.ts'
import { replay } from './evolve.ts'
import { isWholeDecision } from './is-whole-decision.ts'

const { vacated, training, delay } = clauses
const heard = (clauseId: ClauseId) => [opened(), enrolled(), reported(clauseId), notified(), acceptedBy()]
const charged = (clauseId: ClauseId) => [...heard(clauseId), substantiated(clauseId)]
const named = answered('asked', { reading: 'amount', points: points('1') })

/** The small rubric, asking what 酌情扣分 without a number comes to. */
const rubric: Rubric = {
  ...smallRubric,
  questions: smallRubric.questions.slice(0, 1).map((question) => ({
    ...question,
    id: id<QuestionId>('asked'),
    clauseIds: [delay],
    readings: [{ key: 'amount', label: '由考核办定', effect: { kind: 'amount', points: null } }],
  })),
}

test.each<[given: string, ledger: readonly Proposal[], isWhole: boolean]>([
  ['nothing decided', heard(vacated), false],
  ['a printed price', charged(vacated), true],
  ['a range', charged(training), false],
  ['a range decided', [...charged(training), decidedAmount()], true],
  ['no number at all', charged(delay), false],
  ['no number, and one decided', [...charged(delay), decidedAmount()], true],
  ['no number, and one named for all by an answer', [...charged(delay), named], true],
  ['an answer about another clause', [...charged(training), named], false],
])('given %s', (_given, ledger, isWhole) => {
  const state = replay(asEvents(ledger))
  const known = state.findings.get(finding)
  expect(known && isWholeDecision(rubric, state.answers, known)).toBe(isWhole)
})
