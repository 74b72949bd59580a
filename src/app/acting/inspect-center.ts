import { accepted } from '../../core/kernel/outcome.ts'
import type { Office } from '../office/office.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Said } from './said.ts'

export type InspectCenterInput = Said<'CenterInspected'>

/** 查过，未见. The id is the client's, so that what was ticked offline is recorded once. Never at one's own center. */
export function inspectCenter(office: Office, asking: Asking, input: InspectCenterInput): Promise<ActOutcome> {
  return act(office, asking, {
    name: 'inspect-center',
    input,
    action: 'finding.report',
    centerOf: () => accepted(input.centerId),
    recusal: 'inspector-of-own-center',
    facts: () => accepted([{ type: 'CenterInspected', ...input }]),
  })
}
