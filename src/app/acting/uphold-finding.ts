import { accepted } from '../../core/kernel/outcome.ts'
import { isWholeDecision } from '../../core/ledger/is-whole-decision.ts'
import type { LedgerFact } from '../../core/ledger/ledger-event.ts'
import type { Office } from '../office/office.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import { reviewPlan } from './review-plan.ts'
import type { Said } from './said.ts'
import { withService } from './with-service.ts'

export type UpholdFindingInput = Said<'FindingUpheld'>

/** 复核：维持. A decision that became whole while the appeal was pending could not be served then: it is now. */
export function upholdFinding(office: Office, asking: Asking, input: UpholdFindingInput): Promise<ActOutcome> {
  const plan = reviewPlan(asking, 'uphold-finding', input, (given) => {
    const facts: readonly LedgerFact[] = [{ type: 'FindingUpheld', ...input }]
    const finding = given.state.findings.get(input.findingId)
    const isDue = finding?.appealBy === null && isWholeDecision(given.live.adopted.rubric, given.state.answers, finding)
    return isDue ? withService(given, input.findingId, facts) : accepted(facts)
  })
  return act(office, asking, plan)
}
