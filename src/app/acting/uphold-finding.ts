import { accepted } from '../../core/kernel/outcome.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import { reviewPlan } from './review-plan.ts'
import type { Said } from './said.ts'

export type UpholdFindingInput = Said<'FindingUpheld'>

/** 复核：维持. */
export function upholdFinding(office: Office, asking: Asking, input: UpholdFindingInput): Promise<ActOutcome> {
  const plan = reviewPlan(asking, 'uphold-finding', input, () => accepted([{ type: 'FindingUpheld', ...input }]))
  return act(office, asking, plan)
}
