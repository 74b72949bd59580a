import type { AssessmentId, BonusId, CenterId, FindingId, QuestionId } from '../../core/kernel/identifiers.ts'

/** Where pages are, relative to where the program is served: in messages, to-do lists and readiness. */
export const linkTo = {
  assessment: (id: AssessmentId) => `/assessments/${part(id)}`,
  finding: (id: AssessmentId, findingId: FindingId) => `${linkTo.assessment(id)}/findings/${part(findingId)}`,
  bonus: (id: AssessmentId, bonusId: BonusId) => `${linkTo.assessment(id)}/bonuses/${part(bonusId)}`,
  question: (id: AssessmentId, questionId: QuestionId) => `${linkTo.assessment(id)}/questions/${part(questionId)}`,
  sheet: (id: AssessmentId, centerId: CenterId) => `${linkTo.assessment(id)}/sheets/${part(centerId)}`,
} as const

function part(id: string): string {
  return encodeURIComponent(id)
}
