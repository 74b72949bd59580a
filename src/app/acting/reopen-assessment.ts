import { accepted } from '../../core/kernel/outcome.ts'
import { aboutTheWhole } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type ReopenAssessmentInput = Said<'AssessmentReopened'>

/** 重启 a sealed assessment, so that a correction can follow. The seal stays in the ledger. */
export function reopenAssessment(office: Office, asking: Asking, input: ReopenAssessmentInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutTheWhole,
    name: 'reopen-assessment',
    input,
    action: 'assessment.reopen',
    facts: () => accepted([{ type: 'AssessmentReopened', ...input }]),
  })
}
