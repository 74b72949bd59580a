import { unreachable } from '../kernel/unreachable.ts'
import type { Bonus } from './assessment-state.ts'
import type { BonusFact, LedgerEvent } from './ledger-event.ts'

export type BonusEvent = Extract<LedgerEvent, BonusFact>
export type ProposingEvent = Extract<BonusEvent, { readonly type: 'BonusProposed' }>

export function openBonus(event: ProposingEvent): Bonus {
  return {
    bonusId: event.bonusId,
    centerId: event.centerId,
    clauseId: event.clauseId,
    proposedBy: event.by,
    decidedBy: null,
    proposed: event.occurrences,
    occurrences: event.occurrences,
    occurredOn: event.occurredOn,
    measured: event.measured,
    level: event.level,
    standing: 'proposed',
    points: null,
    description: event.description,
    reason: '',
    because: [event.seq],
  }
}

export function evolveBonus(before: Bonus, event: BonusEvent): Bonus {
  const bonus: Bonus = { ...before, because: [...before.because, event.seq] }
  switch (event.type) {
    case 'BonusProposed':
      return bonus
    case 'BonusApproved': {
      const { occurrences, points, reason } = event
      return { ...bonus, standing: 'approved', decidedBy: event.by, occurrences, points, reason }
    }
    case 'BonusRejected':
      return { ...bonus, standing: 'rejected', decidedBy: event.by, reason: event.reason }
    default:
      return unreachable(event)
  }
}
