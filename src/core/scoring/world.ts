import type { Readings } from './question-plan.ts'
import type { Adjustment } from './score-sheet.ts'

/** What the open decisions are taken to become: as they stand, or all for the lowest or the highest total. */
export type Side = 'now' | 'lowest' | 'highest'

/** One way in which everything about a center could be decided and read. */
export interface Supposition {
  readonly readings: Readings
  readonly side: Side
  /** By claim: what it is charged, where instead (-1: itself), and whether its clause applies to it at all. */
  readonly charges: readonly number[]
  readonly elsewhere: readonly number[]
  readonly isMet: readonly boolean[]
}

/** A supposition with all that follows from it. */
export interface World extends Supposition {
  /** By claim: what it moves, and which claim holds the charge instead (-1: none does). */
  readonly effects: readonly number[]
  readonly holders: readonly number[]
  /** By clause, before and after its own caps. */
  readonly uncapped: readonly number[]
  readonly clauseEffects: readonly number[]
  /** By section: before sections without points are held, their losses, and after. */
  readonly raw: readonly number[]
  readonly losses: readonly number[]
  readonly scores: readonly number[]
  /** By section, what caps and floors changed; only where the world is as of today. */
  readonly notes: readonly (readonly Adjustment[])[]
  readonly isVetoed: boolean
  /** Before and after a veto. */
  readonly sum: number
  readonly total: number
}
