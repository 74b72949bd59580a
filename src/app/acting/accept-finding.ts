import { accepted } from '../../core/kernel/outcome.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type AcceptFindingInput = Said<'FindingAccepted'>

/** 答复：认可. */
export function acceptFinding(office: Office, asking: Asking, input: AcceptFindingInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(input.findingId),
    name: 'accept-finding',
    input,
    action: 'finding.reply',
    facts: () => accepted([{ type: 'FindingAccepted', ...input }]),
  })
}
