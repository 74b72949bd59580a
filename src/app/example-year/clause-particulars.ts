import { formatRational, rational, type Rational } from '../../core/kernel/rational.ts'
import type { LinearAmount, TieredAmount } from '../../core/rubric/amount.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { antecedentsOf, levelsOf } from '../../core/rubric/clause-needs.ts'
import type { Threshold } from '../../core/rubric/condition.ts'
import type { Random } from '../../core/kernel/random.ts'

export interface Particulars {
  readonly measured: Rational | null
  readonly level: string | null
  readonly unmet: readonly number[] | null
}

/** What the clause prices by, so that it fires: a rate below its threshold, a level, the requirement that was broken. */
export function particularsOf(clause: Clause, random: Random): Particulars {
  const levels = levelsOf(clause)
  const requirements = antecedentsOf(clause)
  return {
    measured: measureOf(clause, random),
    level: levels.length > 0 ? random.pick(levels) : null,
    unmet:
      requirements.length === 0
        ? null
        : random.chance(25)
          ? [...requirements.keys()]
          : [random.below(requirements.length)],
  }
}

/** The measure with its unit, as a sentence has it: `64.3%`; null where nothing is measured. */
export function measureText({ amount, conditions }: Clause, measured: Rational | null): string | null {
  if (measured === null) return null
  const threshold = conditions.find((condition) => condition.kind === 'threshold')
  const unit = threshold?.unit ?? (amount.kind === 'linear' || amount.kind === 'tiers' ? amount.unit : null)
  return `${formatRational(measured)}${unit === '个百分点' || unit === '百分点' ? '%' : (unit ?? '')}`
}

function measureOf({ amount, conditions }: Clause, random: Random): Rational | null {
  if (amount.kind === 'linear') return slopeMeasure(amount, random)
  if (amount.kind === 'tiers') return tierMeasure(amount, random)
  const threshold = conditions.find((condition) => condition.kind === 'threshold')
  if (threshold) return thresholdMeasure(threshold, random)
  return amount.kind === 'ratio' ? rational(85 + random.below(15), 100) : null
}

/** One to three steps past where the slope begins, and a little more, which costs nothing. */
function slopeMeasure({ from, step, side }: LinearAmount, random: Random): Rational {
  const start = from ?? rational(0)
  const tenths = (1 + random.below(3)) * 10 + random.below(8)
  const sign = side === 'below' && from ? -1 : 1
  return rational(
    start.numerator * step.denominator * 10 + sign * tenths * step.numerator * start.denominator,
    start.denominator * step.denominator * 10,
  )
}

/** A bound of some band that belongs to it. */
function tierMeasure({ tiers }: TieredAmount, random: Random): Rational {
  const tier = random.pick(tiers)
  const [low, high] = [tier.min, tier.max]
  if (low && high)
    return rational(
      low.numerator * high.denominator + high.numerator * low.denominator,
      2 * low.denominator * high.denominator,
    )
  if (low) return tier.minInclusive ? low : shifted(low, 1)
  return high ? (tier.maxInclusive ? high : shifted(high, -1)) : rational(0)
}

/** Rates get a tenth, counts stay whole and not below zero. */
function thresholdMeasure({ op, value, unit }: Threshold, random: Random): Rational {
  if (op === '=') return value
  const isRate = unit.includes('%') || unit.includes('百分')
  const distance = isRate ? 5 + random.below(90) : 10 * (1 + random.below(2))
  const sign = op === '<' || op === '<=' ? -1 : 1
  const measure = shifted(value, (sign * distance) / 10)
  return measure.numerator < 0 ? rational(0) : measure
}

function shifted(value: Rational, by: number): Rational {
  return rational(value.numerator * 10 + Math.round(by * 10) * value.denominator, value.denominator * 10)
}
