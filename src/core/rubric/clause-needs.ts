import { points, type Points } from '../kernel/points.ts'
import { scaleDown } from '../kernel/rational.ts'
import type { Clause } from './clause.ts'
import { findClause } from './find-clause.ts'
import type { Rubric } from './rubric.ts'

/** What must be known about a case before the clause has a price. The notice's wording decides, never the section. */
export function needsMeasure({ amount, conditions }: Clause): boolean {
  const isMeasured = amount.kind === 'linear' || amount.kind === 'tiers' || amount.kind === 'ratio'
  return isMeasured || conditions.some(({ kind }) => kind === 'threshold')
}

/** The levels that the clause prices; empty where it does not price by level. */
export function levelsOf({ amount }: Clause): readonly string[] {
  return amount.kind === 'ordered' ? amount.levels : []
}

/** The requirements under one 否则, where there is more than one to break; otherwise empty. */
export function antecedentsOf({ conditions }: Clause): readonly string[] {
  const antecedents = conditions.flatMap((condition) => (condition.kind === 'otherwise' ? condition.antecedents : []))
  return antecedents.length > 1 ? antecedents : []
}

/** What a person may decide for one occurrence; `max` is null where the notice gives no number. */
export interface OpenPrice {
  readonly min: Points
  readonly max: Points | null
}

/** `null` where the notice itself fixes the price, so that nobody decides it. */
export function openPriceOf(rubric: Rubric, { amount }: Clause): OpenPrice | null {
  if (amount.kind === 'range') return { min: amount.min, max: amount.max }
  if (amount.kind === 'unspecified') return UNBOUNDED
  if (amount.kind !== 'multiplied') return null
  const base = amount.of && findClause(rubric, amount.of)
  if (!base) return UNBOUNDED
  // A multiple of a multiple is not followed: no notice has one, and two that name each other would never end.
  if (base.amount.kind !== 'range') return base.amount.kind === 'unspecified' ? UNBOUNDED : null
  const times = (price: Points) => scaleDown(amount.times, price) as Points
  return { min: times(base.amount.min), max: times(base.amount.max) }
}

/** Deciding nothing at all is a dismissal, so the least amount is a hundredth. */
const UNBOUNDED: OpenPrice = { min: points('0.01'), max: null }
