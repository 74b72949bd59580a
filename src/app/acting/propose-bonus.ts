import { accepted } from '../../core/kernel/outcome.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type ProposeBonusInput = Said<'BonusProposed'>

/** 申报加分: a center for itself, or an assessor for any. */
export function proposeBonus(office: Office, asking: Asking, input: ProposeBonusInput): Promise<ActOutcome> {
  return act(office, asking, {
    name: 'propose-bonus',
    input,
    action: 'bonus.propose',
    centerOf: () => accepted(input.centerId),
    evidence: input.evidence,
    facts: () => accepted([{ type: 'BonusProposed', ...input }]),
  })
}
