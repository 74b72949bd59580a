import type { OrderedAmount } from '../rubric/amount.ts'
import { fixedPrice } from './price-fixed.ts'
import { rangePrice } from './price-range.ts'
import type { PriceFacts, UnitPrice } from './price-facts.ts'

/** 省、市、县分别加6、4、2分: the price of the level reached; a level not known leaves every printed price possible. */
export function orderedPrice({ levels, points }: OrderedAmount, facts: PriceFacts): UnitPrice {
  const price = facts.level === null ? undefined : points[levels.indexOf(facts.level)]
  if (price !== undefined) return fixedPrice(price)
  return rangePrice({ min: Math.min(...points), max: Math.max(...points) }, facts)
}
