import type { ClauseId } from '../kernel/identifiers.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { AssessmentState, Finding } from './assessment-state.ts'
import { checkAmount } from './check-clause.ts'

/** Whether the finding was substantiated with all that prices it: no amount is left for a person to decide. */
export function isWholeDecision(
  rubric: Rubric,
  answers: AssessmentState['answers'],
  { decision }: Pick<Finding, 'decision'>,
): boolean {
  if (decision === null) return false
  return checkAmount(rubric, decision.clauseId, decision.points) === null || isNamed(rubric, answers, decision.clauseId)
}

/** Whether an answer of the office gives the amount for every finding under the clause. */
function isNamed(rubric: Rubric, answers: AssessmentState['answers'], clauseId: ClauseId): boolean {
  return rubric.questions.some(({ id, clauseIds, readings }) => {
    const answer = clauseIds.includes(clauseId) ? answers.get(id) : undefined
    const effect = answer && readings.find(({ key }) => key === answer.reading)?.effect
    return effect?.kind === 'amount' && (effect.points ?? answer?.points ?? null) !== null
  })
}
