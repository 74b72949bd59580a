import { accepted } from '../../core/kernel/outcome.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type ReturnRectificationInput = Said<'RectificationReturned'>

/** 退回整改, with what is missing. */
export function returnRectification(
  office: Office,
  asking: Asking,
  input: ReturnRectificationInput,
): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(input.findingId),
    name: 'return-rectification',
    input,
    action: 'rectification.review',
    recusal: 'decider-of-own-center',
    facts: () => accepted([{ type: 'RectificationReturned', ...input }]),
  })
}
