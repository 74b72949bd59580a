import type { AssessmentId, ClauseId } from '../../../core/kernel/identifiers.ts'
import type { Rubric, Section } from '../../../core/rubric/rubric.ts'

/** The notice that a page shows, with how its clauses are cited. */
export interface OpenNotice {
  readonly assessmentId: AssessmentId
  readonly rubric: Rubric
  readonly cite: (clauseId: ClauseId) => string
  readonly sectionOf: (clauseId: ClauseId) => Section | null
}
