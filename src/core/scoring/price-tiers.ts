import { compareRational, type Rational } from '../kernel/rational.ts'
import type { Tier, TieredAmount } from '../rubric/amount.ts'
import { fixedPrice } from './price-fixed.ts'
import { rangePrice } from './price-range.ts'
import type { PriceFacts, UnitPrice } from './price-facts.ts'

/**
 * 90分以上得10分，80-90分得6分: the price of the band that holds the measure. A value that two bands claim belongs to the
 * first of them, or to the last where the office read the boundary as exclusive. In no band: the clause does not apply.
 */
export function tierPrice({ tiers }: TieredAmount, facts: PriceFacts, isInclusive: boolean): UnitPrice | null {
  const prices = tiers.map((tier) => (tier.points === 'full' ? facts.limit : tier.points))
  const known = prices.filter((price) => price !== null)
  const { measured } = facts
  if (measured === null) return rangePrice({ min: Math.min(...known), max: Math.max(...known) }, facts)
  const isHolding = (tier: Tier) => holds(tier, measured)
  const place = isInclusive ? tiers.findIndex(isHolding) : tiers.findLastIndex(isHolding)
  const price = prices[place]
  if (price === undefined) return null
  return price === null ? UNKNOWN : fixedPrice(price)
}

const UNKNOWN: UnitPrice = { now: null, low: 0, high: 0, isBounded: false }

function holds({ min, minInclusive, max, maxInclusive }: Tier, measured: Rational): boolean {
  const below = min === null ? 1 : compareRational(measured, min)
  const above = max === null ? -1 : compareRational(measured, max)
  return (below > 0 || (below === 0 && minInclusive)) && (above < 0 || (above === 0 && maxInclusive))
}
