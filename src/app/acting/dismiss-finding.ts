import { accepted } from '../../core/kernel/outcome.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type DismissFindingInput = Said<'FindingDismissed'>

/** 不予认定, with the reason. It takes nothing from the center, so no days for an appeal run. */
export function dismissFinding(office: Office, asking: Asking, input: DismissFindingInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(input.findingId),
    name: 'dismiss-finding',
    input,
    action: 'finding.dismiss',
    recusal: 'decider-of-own-center',
    facts: () => accepted([{ type: 'FindingDismissed', ...input }]),
  })
}
