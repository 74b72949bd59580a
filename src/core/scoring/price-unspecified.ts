import { rangePrice } from './price-range.ts'
import type { PriceFacts, UnitPrice } from './price-facts.ts'

/** 酌情扣分: anything up to what the criterion holds; without that number nothing can be said until a person decides. */
export function unspecifiedPrice(facts: PriceFacts): UnitPrice {
  if (facts.limit !== null) return rangePrice({ min: 0, max: facts.limit }, facts)
  const decided = facts.decided ?? 0
  return { now: facts.decided, low: facts.isVariable ? 0 : decided, high: decided, isBounded: false }
}
