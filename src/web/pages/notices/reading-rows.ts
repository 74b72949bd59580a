import type { ClauseId } from '../../../core/kernel/identifiers.ts'
import type { Clause } from '../../../core/rubric/clause.ts'
import type { Correction } from '../../../core/rubric/correction.ts'
import type { Criterion, Rubric } from '../../../core/rubric/rubric.ts'

/** A sentence that was read as a clause: what it is now, and what it was where a person corrected it. */
export interface ReadingRow {
  readonly clauseId: ClauseId
  /** Null where the person says that it is none. */
  readonly clause: Clause | null
  readonly correction: Correction | null
}

/** Of one criterion, in the order of its text: clauses that were taken out keep their place. */
export function readingRows({ id, clauses }: Criterion, { remarks }: Rubric): readonly ReadingRow[] {
  const taken = remarks.flatMap(({ criterionId, correction }) =>
    criterionId === id && correction !== undefined
      ? [{ clauseId: correction.clauseId, clause: null, correction }]
      : [],
  )
  const kept = clauses.map((clause) => ({ clauseId: clause.id, clause, correction: clause.correction ?? null }))
  const placeOf = ({ clauseId }: ReadingRow) => Number(clauseId.split('.').at(-1))
  return [...kept, ...taken].toSorted((one, other) => placeOf(one) - placeOf(other))
}
