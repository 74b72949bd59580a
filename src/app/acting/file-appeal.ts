import { accepted } from '../../core/kernel/outcome.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type FileAppealInput = Said<'AppealFiled'>

/** 申诉 within the days that the decision was served with. */
export function fileAppeal(office: Office, asking: Asking, input: FileAppealInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(input.findingId),
    name: 'file-appeal',
    input,
    action: 'appeal.file',
    evidence: input.evidence,
    facts: () => accepted([{ type: 'AppealFiled', ...input }]),
  })
}
