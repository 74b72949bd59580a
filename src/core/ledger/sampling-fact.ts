import type { SamplingPlanId } from '../kernel/identifiers.ts'
import type { SamplingDesign } from './sampling-design.ts'

/** 抽查: committed first, revealed later, never drawn anew in silence. Moves no points. */
export type SamplingFact =
  | {
      readonly type: 'SamplingPlanCommitted'
      readonly planId: SamplingPlanId
      readonly design: SamplingDesign
      readonly designDigest: string
      readonly commitment: string
    }
  /** `earlyBecause` where it is revealed before its last day is over, null after. */
  | {
      readonly type: 'SamplingPlanRevealed'
      readonly planId: SamplingPlanId
      readonly seed: string
      readonly salt: string
      readonly earlyBecause: string | null
    }
  /** A drawn visit that was not made, by its number in the plan: the number tells neither day nor center. */
  | {
      readonly type: 'SamplingVisitMissed'
      readonly planId: SamplingPlanId
      readonly visit: number
      readonly reason: string
    }
