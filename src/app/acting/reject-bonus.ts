import { accepted } from '../../core/kernel/outcome.ts'
import { aboutBonus } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type RejectBonusInput = Said<'BonusRejected'>

/** 不予加分, with the reason. */
export function rejectBonus(office: Office, asking: Asking, input: RejectBonusInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutBonus(input.bonusId),
    name: 'reject-bonus',
    input,
    action: 'bonus.approve',
    recusal: 'decider-of-own-center',
    facts: () => accepted([{ type: 'BonusRejected', ...input }]),
  })
}
