import { accepted } from '../../core/kernel/outcome.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type SubmitSelfAssessmentInput = Said<'SelfAssessmentSubmitted'>

/** 自评. A later one takes the place of an earlier; it moves no points. */
export function submitSelfAssessment(
  office: Office,
  asking: Asking,
  input: SubmitSelfAssessmentInput,
): Promise<ActOutcome> {
  return act(office, asking, {
    name: 'submit-self-assessment',
    input,
    action: 'self-assessment.submit',
    centerOf: () => accepted(input.centerId),
    facts: () => accepted([{ type: 'SelfAssessmentSubmitted', ...input }]),
  })
}
