import { accepted } from '../../core/kernel/outcome.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type SelfReportFindingInput = Said<'FindingReported', 'source'>

/** 自查上报: a center tells of its own. It goes the same way as any other finding. */
export function selfReportFinding(office: Office, asking: Asking, input: SelfReportFindingInput): Promise<ActOutcome> {
  return act(office, asking, {
    name: 'self-report-finding',
    input,
    action: 'finding.self-report',
    centerOf: () => accepted(input.centerId),
    evidence: input.evidence,
    facts: () => accepted([{ type: 'FindingReported', ...input, source: 'self-assessment' }]),
  })
}
