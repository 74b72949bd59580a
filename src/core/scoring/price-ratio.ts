import { compareRational, rational, scaleDown } from '../kernel/rational.ts'
import type { RatioAmount } from '../rubric/amount.ts'
import { fixedPrice } from './price-fixed.ts'
import { rangePrice } from './price-range.ts'
import type { PriceFacts, UnitPrice } from './price-facts.ts'

/** 得分=办结率×10分: the measured share (712 of 1,000, not 71.2) of the points, down to whole hundredths, never below none. */
export function ratioPrice({ points }: RatioAmount, facts: PriceFacts): UnitPrice {
  if (facts.measured === null) return rangePrice({ min: 0, max: points }, facts)
  return fixedPrice(compareRational(facts.measured, NONE) < 0 ? 0 : scaleDown(facts.measured, points))
}

const NONE = rational(0)
