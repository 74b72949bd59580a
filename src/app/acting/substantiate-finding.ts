import type { FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Points } from '../../core/kernel/points.ts'
import { isWholeDecision } from '../../core/ledger/is-whole-decision.ts'
import type { LedgerFact } from '../../core/ledger/ledger-event.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'
import { withService } from './with-service.ts'

export interface SubstantiateFindingInput extends Said<'FindingSubstantiated'> {
  /** 裁量, where the clause leaves the amount to a person; null to decide it later. */
  readonly amount: {
    readonly points: Points
    readonly reason: string
    readonly precedents: readonly FindingId[]
  } | null
}

/** 查实. The decision is served with it as soon as it is whole; where an amount is still to be set, with that. */
export function substantiateFinding(
  office: Office,
  asking: Asking,
  input: SubstantiateFindingInput,
): Promise<ActOutcome> {
  const { amount, ...said } = input
  const { findingId } = said
  const { actor } = asking
  return act(office, asking, {
    ...aboutFinding(findingId),
    name: 'substantiate-finding',
    input,
    action: 'finding.substantiate',
    recusal: 'decider-of-own-center',
    countsDays: true,
    facts: (given) => {
      const { rubric } = given.live.adopted
      const facts: LedgerFact[] = [{ type: 'FindingSubstantiated', ...said }]
      if (amount !== null) facts.push({ type: 'AmountDecided', findingId, ...amount })
      const { clauseId, occurrences, occurredOn, reason } = said
      const decision = { clauseId, occurrences, occurredOn, reason, points: amount?.points ?? null, by: actor.personId }
      const isWhole = isWholeDecision(rubric, given.state.answers, { decision })
      return isWhole ? withService(given, findingId, facts) : accepted(facts)
    },
  })
}
