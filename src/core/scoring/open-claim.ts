import type { Claim } from './claim.ts'
import { unitUnder } from './claim-price.ts'
import type { Readings } from './question-plan.ts'
import type { ScoringPlan } from './scoring-plan.ts'

/** Whether a decision about it is still to come, or may still be varied. */
export function isOpenClaim(plan: ScoringPlan, claim: Claim, readings: Readings): boolean {
  if (claim.canVanish) return true
  const unit = unitUnder(claim, plan.questions, readings)
  return unit !== null && unit.now === null && unit.low !== unit.high
}
