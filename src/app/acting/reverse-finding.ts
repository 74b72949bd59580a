import { accepted } from '../../core/kernel/outcome.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import { reviewPlan } from './review-plan.ts'
import type { Said } from './said.ts'

export type ReverseFindingInput = Said<'FindingReversed'>

/** 复核：撤销. What was decided stays in the ledger and moves no points. */
export function reverseFinding(office: Office, asking: Asking, input: ReverseFindingInput): Promise<ActOutcome> {
  const plan = reviewPlan(asking, 'reverse-finding', input, () => accepted([{ type: 'FindingReversed', ...input }]))
  return act(office, asking, plan)
}
