import type { Rational } from '../kernel/rational.ts'

/**
 * What one occurrence costs or gives, in hundredths, never negative. `now` is null until a person has decided it;
 * any decision still possible lies between `low` and `high`. `isBounded` is false where the notice sets no upper end:
 * then nothing can be said before the decision.
 */
export interface UnitPrice {
  readonly now: number | null
  readonly low: number
  readonly high: number
  readonly isBounded: boolean
}

/** What a price may depend on. `decided` are the points that a person set, `limit` all points that could be lost. */
export interface PriceFacts {
  readonly measured: Rational | null
  readonly level: string | null
  readonly decided: number | null
  /** Under appeal the decided amount may still be varied. */
  readonly isVariable: boolean
  readonly limit: number | null
}
