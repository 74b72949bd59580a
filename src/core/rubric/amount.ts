import type { ClauseId } from '../kernel/identifiers.ts'
import type { Points } from '../kernel/points.ts'
import type { Rational } from '../kernel/rational.ts'

/** What a clause costs or gives, always as positive points; the direction is the clause's. */
export type Amount =
  | FixedAmount
  | RangeAmount
  | LinearAmount
  | TieredAmount
  | OrderedAmount
  | RatioAmount
  | MultipliedAmount
  | FullAmount
  | UnspecifiedAmount

/** 扣1分 */
export interface FixedAmount {
  readonly kind: 'fixed'
  readonly points: Points
}

/** 扣1-3分: a person decides within it, with a reason. `min <= max`. */
export interface RangeAmount {
  readonly kind: 'range'
  readonly min: Points
  readonly max: Points
}

/** 每低1个百分点扣0.5分: `points` for every full `step` that the measure lies on `side` of `from` (null: not printed). */
export interface LinearAmount {
  readonly kind: 'linear'
  readonly points: Points
  readonly step: Rational
  readonly unit: string
  readonly from: Rational | null
  readonly side: 'above' | 'below'
}

/** 90分以上得10分，80-90分得6分: bands of one metric, highest first; a null bound is open. */
export interface TieredAmount {
  readonly kind: 'tiers'
  readonly metric: string | null
  readonly unit: string | null
  readonly tiers: readonly Tier[]
}

export interface Tier {
  readonly min: Rational | null
  readonly minInclusive: boolean
  readonly max: Rational | null
  readonly maxInclusive: boolean
  readonly points: Points | 'full'
}

/** 省、市、县分别加6、4、2分: one price a level, in the order printed. */
export interface OrderedAmount {
  readonly kind: 'ordered'
  readonly levels: readonly string[]
  readonly points: readonly Points[]
}

/** 得分=办结率×10分: the measured share of `points`. */
export interface RatioAmount {
  readonly kind: 'ratio'
  readonly points: Points
}

/** 加倍扣分 of the clause `of` (null where the base is elsewhere). */
export interface MultipliedAmount {
  readonly kind: 'multiplied'
  readonly times: Rational
  readonly of: ClauseId | null
}

/** 得满分, 不得分: all points of the criterion. */
export interface FullAmount {
  readonly kind: 'full'
}

/** 酌情扣分 without a number: points move, but the notice does not say how many. */
export interface UnspecifiedAmount {
  readonly kind: 'unspecified'
}
