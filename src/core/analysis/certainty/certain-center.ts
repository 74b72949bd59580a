import type { CenterId } from '../../kernel/identifiers.ts'
import type { Interval, SignedPoints } from '../../scoring/score-sheet.ts'
import type { RankBounds } from './rank-bounds.ts'

/** One center: where it stands, what it can still become, and how often a simulation gave it each rank. */
export interface CertainCenter {
  readonly centerId: CenterId
  readonly centerName: string
  readonly score: SignedPoints
  readonly interval: Interval
  readonly rank: number
  readonly isTied: boolean
  readonly bounds: RankBounds
  /** Ranks that the simulation gave, and how often; first rank first. */
  readonly odds: readonly { readonly rank: number; readonly times: number }[]
  readonly mean: SignedPoints
  /** Nine of ten simulated scores lie between. */
  readonly between: Interval
  readonly sentence: string
}
