import { rational, type Rational } from '../../core/kernel/rational.ts'
import type { DetectionLimits } from './records-setting.ts'

/** Counters come in groups of which so many are general: exactly as many as the notice asks for, where that can be. */
export interface CounterGroup {
  readonly size: number
  readonly generals: number
}

const SHARE = 'general-counter-share'

/** The share that must be general, 4/5 for 80 %; four fifths where nobody asks. */
export function generalShareOf(limits: DetectionLimits): Rational {
  return limits.has(SHARE) ? shareOf(limits, SHARE) : rational(4, 5)
}

export function counterGroup(limits: DetectionLimits): CounterGroup {
  const { numerator, denominator } = generalShareOf(limits)
  if (denominator <= LARGEST && denominator >= SMALLEST) return { size: denominator, generals: numerator }
  return { size: LARGEST, generals: Math.min(LARGEST, Math.ceil((LARGEST * numerator) / denominator)) }
}

const SMALLEST = 5

const LARGEST = 10

/** A bound that is printed in percent, as a share. */
export function shareOf(limits: DetectionLimits, detection: string): Rational {
  const { numerator, denominator } = limits.bound(detection)
  return rational(numerator, 100 * denominator)
}
