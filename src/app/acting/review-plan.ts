import type { FindingId } from '../../core/kernel/identifiers.ts'
import type { LedgerFact } from '../../core/ledger/ledger-event.ts'
import { aboutFinding } from './about.ts'
import type { ActPlan, Asking, Given } from './act-plan.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'

/** The plan of a review (复核): never by somebody of the center, nor by who reported the finding; the ledger refuses deciders. */
export function reviewPlan(
  { actor }: Asking,
  name: string,
  input: { readonly findingId: FindingId },
  facts: (given: Given) => Acting<readonly LedgerFact[]>,
): ActPlan {
  const { findingId } = input
  return {
    ...aboutFinding(findingId),
    name,
    input,
    action: 'appeal.review',
    recusal: 'decider-of-own-center',
    countsDays: true,
    facts: (given) =>
      given.live.told.reporters.get(findingId) === actor.personId
        ? refusedActing('reviewer-reported', actor.personId, findingId)
        : facts(given),
  }
}
