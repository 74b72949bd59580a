import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'
import { withService } from './with-service.ts'

export type CorrectDecisionInput = Said<'DecisionCorrected'>

/** 更正 by the office. The decision before stays in the ledger; the new one is served anew, with its own days. */
export function correctDecision(office: Office, asking: Asking, input: CorrectDecisionInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(input.findingId),
    name: 'correct-decision',
    input,
    action: 'finding.correct',
    recusal: 'decider-of-own-center',
    countsDays: true,
    facts: (given) => withService(given, input.findingId, [{ type: 'DecisionCorrected', ...input }]),
  })
}
