import { unreachable } from '../kernel/unreachable.ts'
import type { Claim } from './claim.ts'
import { boundaryUnder, clauseApplies } from './clause-applies.ts'
import type { ClausePlan, CountingMode } from './clause-plan.ts'
import { effectUnder } from './effect-under.ts'
import { fixedPrice } from './price-fixed.ts'
import { unspecifiedPrice } from './price-unspecified.ts'
import type { QuestionPlan, Readings } from './question-plan.ts'
import type { UnitPrice } from './price-facts.ts'
import { unitPrice } from './unit-price.ts'

/** As decided today, or the least or most that decisions still open can make of it. */
export type Extreme = 'now' | 'least' | 'most'

/** What the claim comes to by itself, in hundredths, never negative; 0 also where it does not apply. */
export function claimPrice(
  claim: Claim,
  questions: readonly QuestionPlan[],
  readings: Readings,
  extreme: Extreme,
): number {
  const unit = unitUnder(claim, questions, readings)
  if (unit === null) return 0
  const isOnce = countingUnder(claim.clause, questions, readings) !== 'each'
  switch (extreme) {
    case 'now':
      return claim.isCounted ? priceNow(unit) * (isOnce ? 1 : claim.countNow) : 0
    case 'least':
      return claim.canVanish ? 0 : unit.low * (isOnce ? 1 : claim.countLow)
    case 'most':
      return unit.high * (isOnce ? 1 : claim.countHigh)
    default:
      return unreachable(extreme)
  }
}

/** Of an amount that is not decided its least is certain: 扣1-3分, substantiated, costs at least 1. */
export function priceNow(unit: UnitPrice): number {
  return unit.now ?? unit.low
}

/** The price of one occurrence under these readings; null where the clause does not apply or is not computed. */
export function unitUnder(claim: Claim, questions: readonly QuestionPlan[], readings: Readings): UnitPrice | null {
  if (claim.unit !== undefined) return claim.unit
  const unit = priceUnder(claim, questions, readings)
  const { amountQuestion, boundaryQuestion, antecedentsQuestion } = claim.clause
  if (Math.max(amountQuestion, boundaryQuestion, antecedentsQuestion) < 0) claim.unit = unit
  return unit
}

function priceUnder(claim: Claim, questions: readonly QuestionPlan[], readings: Readings): UnitPrice | null {
  const { clause } = claim
  if (clause.amount === null || !clauseApplies(claim, questions, readings)) return null
  if (clause.unit !== null) return clause.unit
  const effect = effectUnder(questions, readings, clause.amountQuestion)
  const named = effect?.kind === 'amount' ? effect.points : clause.named
  const isUnnamed = effect?.kind === 'amount' && effect.points === null
  if (clause.amount.kind === 'tiers') {
    const unit = unitPrice(clause.amount, claim, boundaryUnder(claim, questions, readings) ?? true)
    return (
      unit ?? (named === null ? (isUnnamed ? unspecifiedPrice({ ...claim, limit: null }) : null) : fixedPrice(named))
    )
  }
  if (isUnnamed) return unspecifiedPrice({ ...claim, limit: null })
  if (clause.amount.kind === 'unspecified')
    return named !== null && claim.decided === null ? fixedPrice(named) : unspecifiedPrice(claim)
  return named === null ? unitPrice(clause.amount, claim, true) : fixedPrice(named)
}

export function countingUnder(
  clause: ClausePlan,
  questions: readonly QuestionPlan[],
  readings: Readings,
): CountingMode {
  const effect = effectUnder(questions, readings, clause.countingQuestion)
  return effect?.kind === 'counting' ? effect.mode : clause.counting
}
