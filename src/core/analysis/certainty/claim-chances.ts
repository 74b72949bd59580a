import type { Claim } from '../../scoring/claim.ts'
import { countingUnder, unitUnder } from '../../scoring/claim-price.ts'
import type { ScoringPlan } from '../../scoring/scoring-plan.ts'
import type { Readings } from '../../scoring/question-plan.ts'
import type { Assumptions } from './assumptions.ts'

/** One thing that can become of a claim, with its share of all: what it costs or gives, and whether its clause applies. */
export interface ClaimChance {
  readonly price: number
  readonly isMet: boolean
  readonly weight: number
}

const HALF_POINT = 50

/** Weights add up to 1. */
export function claimChances(
  claim: Claim,
  { questions }: ScoringPlan,
  readings: Readings,
  assumptions: Assumptions,
): ClaimChance[] {
  const gone = { price: 0, isMet: false }
  const unit = unitUnder(claim, questions, readings)
  if (unit === null) return [{ ...gone, weight: 1 }]
  const share = shareStanding(claim, assumptions)
  const isOnce = countingUnder(claim.clause, questions, readings) !== 'each'
  const count = isOnce ? 1 : claim.isCounted ? claim.countNow : claim.countHigh
  const amounts = unit.now === null ? amountsOf(unit.low, unit.high, assumptions) : [unit.now]
  const standing = amounts.map((amount) => ({ price: amount * count, isMet: true, weight: share / amounts.length }))
  return [...(share < 1 ? [{ ...gone, weight: 1 - share }] : []), ...standing].filter(({ weight }) => weight > 0)
}

function shareStanding({ canVanish, isCounted, source }: Claim, assumptions: Assumptions): number {
  if (!canVanish) return 1
  if (isCounted) return 1 - assumptions.reversed / 100
  return ('findingId' in source ? assumptions.substantiated : assumptions.approved) / 100
}

/** Every half point from the least, and the most. */
function amountsOf(low: number, high: number, { amounts }: Assumptions): number[] {
  if (low >= high) return [low]
  if (amounts !== 'even') return [amounts === 'least' ? low : high]
  const steps: number[] = []
  for (let amount = low; amount < high; amount += HALF_POINT) steps.push(amount)
  return [...steps, high]
}
