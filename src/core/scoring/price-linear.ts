import { divide, scaleDown, subtract, type Rational } from '../kernel/rational.ts'
import type { LinearAmount } from '../rubric/amount.ts'
import { fixedPrice } from './price-fixed.ts'
import { unspecifiedPrice } from './price-unspecified.ts'
import type { PriceFacts, UnitPrice } from './price-facts.ts'

/** 每低1个百分点扣0.5分: only full steps count. Without a starting point printed, what was measured is the distance itself. */
export function linearPrice(amount: LinearAmount, facts: PriceFacts): UnitPrice | null {
  if (facts.measured === null) return unspecifiedPrice(facts)
  const steps = scaleDown(divide(distance(amount, facts.measured), amount.step), 1)
  return steps > 0 ? fixedPrice(amount.points * steps) : null
}

function distance({ from, side }: LinearAmount, measured: Rational): Rational {
  if (from === null) return measured
  return side === 'below' ? subtract(from, measured) : subtract(measured, from)
}
