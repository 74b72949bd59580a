import { accepted } from '../../core/kernel/outcome.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type RaiseSuspicionInput = Said<'SuspicionRaised', 'basis'>

/** 登记疑点 seen in records, by hand: it only suspects, a person decides. */
export function raiseSuspicion(office: Office, asking: Asking, input: RaiseSuspicionInput): Promise<ActOutcome> {
  return act(office, asking, {
    name: 'raise-suspicion',
    input,
    action: 'suspicion.raise',
    centerOf: () => accepted(input.centerId),
    recusal: 'decider-of-own-center',
    facts: () => accepted([{ type: 'SuspicionRaised', ...input, basis: null }]),
  })
}
