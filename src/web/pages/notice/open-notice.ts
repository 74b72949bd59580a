import type { AssessmentId, ClauseId } from '../../../core/kernel/identifiers.ts'
import type { PlaceOf } from './form-place.tsx'
import type { Rubric, Section } from '../../../core/rubric/rubric.ts'

/** The notice that a page shows, with how its clauses are cited. */
export interface OpenNotice {
  readonly assessmentId: AssessmentId
  readonly rubric: Rubric
  readonly cite: (clauseId: ClauseId) => string
  /** Where in its document something stands; null where the notice is text. */
  readonly placeOf: PlaceOf
  readonly sectionOf: (clauseId: ClauseId) => Section | null
}
