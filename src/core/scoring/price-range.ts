import type { PriceFacts, UnitPrice } from './price-facts.ts'

/** 扣1-3分: open between the two until decided, and again under appeal. A decision outside was lawful when made: it stands. */
export function rangePrice(
  { min, max }: { readonly min: number; readonly max: number },
  { decided, isVariable }: Pick<PriceFacts, 'decided' | 'isVariable'>,
): UnitPrice {
  if (decided === null) return { now: null, low: min, high: max, isBounded: true }
  if (!isVariable) return { now: decided, low: decided, high: decided, isBounded: true }
  return { now: decided, low: Math.min(min, decided), high: Math.max(max, decided), isBounded: true }
}
