import type { Claim } from './claim.ts'
import { claimPrice } from './claim-price.ts'
import type { Interval } from './score-sheet.ts'
import type { ScoringPlan } from './scoring-plan.ts'

/** The least and most that a claim can come to by itself, under any reading and any decision, in hundredths. */
export function claimRange({ ownReadings, questions }: ScoringPlan, claim: Claim): Interval {
  let least = Number.POSITIVE_INFINITY
  let most = 0
  for (const readings of ownReadings[claim.clause.index] ?? []) {
    least = Math.min(least, claimPrice(claim, questions, readings, 'least'))
    most = Math.max(most, claimPrice(claim, questions, readings, 'most'))
  }
  return [least, most]
}
