import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'
import { withService } from './with-service.ts'

export type DecideAmountInput = Said<'AmountDecided'>

/** 裁量 after the finding was substantiated: the decision is whole now, and served. */
export function decideAmount(office: Office, asking: Asking, input: DecideAmountInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(input.findingId),
    name: 'decide-amount',
    input,
    action: 'finding.substantiate',
    recusal: 'decider-of-own-center',
    countsDays: true,
    facts: (given) => withService(given, input.findingId, [{ type: 'AmountDecided', ...input }]),
  })
}
