import type { Amount } from '../../rubric/amount.ts'
import type { Direction } from '../../rubric/clause-terms.ts'
import type { ClauseMarks } from './clause-draft.ts'

/** What one price, or one group of prices, comes to before its conditions: `per` overrides the counted units. */
export interface Priced {
  readonly direction: Direction
  readonly amount: Amount
  readonly marks: Partial<ClauseMarks>
  readonly multiplies?: number
  readonly per?: readonly string[]
}
