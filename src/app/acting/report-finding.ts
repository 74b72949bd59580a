import { accepted } from '../../core/kernel/outcome.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type ReportFindingInput = Said<'FindingReported'>

/** 登记问题. The id is the client's, so that what was recorded offline is recorded once. Never at one's own center. */
export function reportFinding(office: Office, asking: Asking, input: ReportFindingInput): Promise<ActOutcome> {
  return act(office, asking, {
    name: 'report-finding',
    input,
    action: 'finding.report',
    centerOf: () => accepted(input.centerId),
    recusal: 'inspector-of-own-center',
    evidence: input.evidence,
    facts: () => accepted([{ type: 'FindingReported', ...input }]),
  })
}
