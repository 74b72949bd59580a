import { unreachable } from '../kernel/unreachable.ts'
import type { Amount, FullAmount, MultipliedAmount } from '../rubric/amount.ts'
import type { PriceFacts, UnitPrice } from './price-facts.ts'
import { fixedPrice } from './price-fixed.ts'
import { linearPrice } from './price-linear.ts'
import { orderedPrice } from './price-ordered.ts'
import { rangePrice } from './price-range.ts'
import { ratioPrice } from './price-ratio.ts'
import { tierPrice } from './price-tiers.ts'
import { unspecifiedPrice } from './price-unspecified.ts'

/** An amount that scoring prices by itself; multiples and full points are resolved when the plan is made. */
export type PricedAmount = Exclude<Amount, MultipliedAmount | FullAmount>

/** The price of one occurrence; null where the clause does not apply to what was measured. */
export function unitPrice(amount: PricedAmount, facts: PriceFacts, isBoundaryInclusive: boolean): UnitPrice | null {
  switch (amount.kind) {
    case 'fixed':
      return fixedPrice(amount.points)
    case 'range':
      return rangePrice(amount, facts)
    case 'linear':
      return linearPrice(amount, facts)
    case 'tiers':
      return tierPrice(amount, facts, isBoundaryInclusive)
    case 'ordered':
      return orderedPrice(amount, facts)
    case 'ratio':
      return ratioPrice(amount, facts)
    case 'unspecified':
      return unspecifiedPrice(facts)
    default:
      return unreachable(amount)
  }
}
