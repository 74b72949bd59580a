import type { Clause } from '../../rubric/clause.ts'
import type { Condition, RunningCount, Threshold } from '../../rubric/condition.ts'

/** What stands around a clause in its document. Points are decimals as printed. */
export interface ClauseContext {
  readonly section: string | null
  readonly sectionPoints: string | null
  readonly itemPoints: string | null
  /** The cell beside a price cell: the requirement that the price is for. */
  readonly neighbour: string | null
}

/**
 * A clause as read from one text, before it has an id: offsets are of the normalised text. `multiplies` is the place in
 * the list of the draft that 加倍 refers to. `marks` are what only the questions need to know.
 */
export interface ClauseDraft extends Omit<Clause, 'id' | 'quote' | 'span'> {
  readonly start: number
  readonly end: number
  readonly multiplies: number | null
  readonly marks: ClauseMarks
}

export interface ClauseMarks {
  /** The wording before the price, without the price itself. */
  readonly wording: string
  readonly isDamaged: boolean
  readonly isReversed: boolean
  readonly lacksUnit: boolean
  readonly lacksAmount: boolean
  readonly adds: boolean
  /** Whose points: 扣当事人2分. */
  readonly subject: string
  /** The requirements before 否则. */
  readonly antecedents: readonly string[]
  /** The rule that the price refers to instead of a number. */
  readonly reference: string | null
  /** Bounds of bands that the drafts of one metric leave open or claim twice. */
  readonly bands: readonly BandFlaw[]
  /** A person took away the ceiling that was read. */
  readonly isUncapped?: boolean
}

export type BandFlaw = 'gap' | 'shared-boundary' | 'scale-boundary'

export function thresholdOf(draft: { readonly conditions: readonly Condition[] }): Threshold | RunningCount | null {
  for (const condition of draft.conditions)
    if (condition.kind === 'threshold' || condition.kind === 'running-count') return condition
  return null
}
