import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import { reviewPlan } from './review-plan.ts'
import type { Said } from './said.ts'
import { withService } from './with-service.ts'

export type VaryFindingInput = Said<'FindingVaried'>

/** 复核：变更. What was served no longer stands: the new decision is served anew. */
export function varyFinding(office: Office, asking: Asking, input: VaryFindingInput): Promise<ActOutcome> {
  const plan = reviewPlan(asking, 'vary-finding', input, (given) =>
    withService(given, input.findingId, [{ type: 'FindingVaried', ...input }]),
  )
  return act(office, asking, plan)
}
