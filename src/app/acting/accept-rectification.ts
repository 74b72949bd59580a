import { accepted } from '../../core/kernel/outcome.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type AcceptRectificationInput = Said<'RectificationAccepted'>

/** 整改通过. Moves no points. */
export function acceptRectification(
  office: Office,
  asking: Asking,
  input: AcceptRectificationInput,
): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(input.findingId),
    name: 'accept-rectification',
    input,
    action: 'rectification.review',
    recusal: 'decider-of-own-center',
    facts: () => accepted([{ type: 'RectificationAccepted', ...input }]),
  })
}
