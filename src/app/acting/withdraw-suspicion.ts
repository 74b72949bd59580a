import { accepted } from '../../core/kernel/outcome.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type WithdrawSuspicionInput = Said<'SuspicionWithdrawn', 'basis'>

/** 撤回疑点 that a person raised by hand, with the reason. What a detection raised follows the records instead. */
export function withdrawSuspicion(office: Office, asking: Asking, input: WithdrawSuspicionInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(input.findingId),
    name: 'withdraw-suspicion',
    input,
    action: 'suspicion.raise',
    recusal: 'decider-of-own-center',
    facts: () => accepted([{ type: 'SuspicionWithdrawn', ...input, basis: null }]),
  })
}
