import { accepted } from '../../core/kernel/outcome.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type ContestFindingInput = Said<'FindingContested'>

/** 答复：有异议, with what speaks against the finding. */
export function contestFinding(office: Office, asking: Asking, input: ContestFindingInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(input.findingId),
    name: 'contest-finding',
    input,
    action: 'finding.reply',
    evidence: input.evidence,
    facts: () => accepted([{ type: 'FindingContested', ...input }]),
  })
}
