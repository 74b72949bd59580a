import { accepted } from '../../core/kernel/outcome.ts'
import { aboutBonus } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type ApproveBonusInput = Said<'BonusApproved'>

/** 审定加分, never by who proposed it. */
export function approveBonus(office: Office, asking: Asking, input: ApproveBonusInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutBonus(input.bonusId),
    name: 'approve-bonus',
    input,
    action: 'bonus.approve',
    recusal: 'decider-of-own-center',
    facts: () => accepted([{ type: 'BonusApproved', ...input }]),
  })
}
