import { accepted } from '../../core/kernel/outcome.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type SubmitRectificationInput = Said<'RectificationSubmitted'>

/** 提交整改情况, with what shows it. */
export function submitRectification(
  office: Office,
  asking: Asking,
  input: SubmitRectificationInput,
): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(input.findingId),
    name: 'submit-rectification',
    input,
    action: 'rectification.submit',
    evidence: input.evidence,
    facts: () => accepted([{ type: 'RectificationSubmitted', ...input }]),
  })
}
