import type { FindingId, QuestionId } from '../../core/kernel/identifiers.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import { isWholeDecision } from '../../core/ledger/is-whole-decision.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'

/** The decisions to be served once the question is answered so: it names the amount that was missing. */
export function madeWhole(rubric: Rubric, state: AssessmentState, answer: Interpretation): FindingId[] {
  const answers = new Map<QuestionId, Interpretation>(state.answers).set(answer.questionId, answer)
  return [...state.findings.values()]
    .filter(
      (finding) =>
        finding.standing === 'substantiated' &&
        finding.appealBy === null &&
        finding.appeal?.outcome !== 'pending' &&
        isWholeDecision(rubric, answers, finding),
    )
    .map(({ findingId }) => findingId)
}
