import type { PersonId } from '../../kernel/identifiers.ts'
import type { AssessmentState } from '../../ledger/assessment-state.ts'

/** What an assessor made of what was alleged. */
export interface AssessorOutcomes {
  readonly by: PersonId
  readonly substantiated: number
  readonly dismissed: number
}

/** As first decided: what a review made of it later is not the assessor's. In the order in which they first decided. */
export function outcomesByAssessor({ findings }: AssessmentState): AssessorOutcomes[] {
  const outcomes = new Map<PersonId, { substantiated: number; dismissed: number }>()
  for (const { deciders, dismissedBy } of findings.values()) {
    const by = dismissedBy ?? deciders[0]
    if (by === undefined) continue
    const { substantiated, dismissed } = outcomes.get(by) ?? { substantiated: 0, dismissed: 0 }
    outcomes.set(
      by,
      dismissedBy === null
        ? { substantiated: substantiated + 1, dismissed }
        : { substantiated, dismissed: dismissed + 1 },
    )
  }
  return [...outcomes].map(([by, counts]) => ({ by, ...counts }))
}
