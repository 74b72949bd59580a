import type { CenterId, ClauseId, EventKey, FindingId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Rational } from '../kernel/rational.ts'

/** What is alleged about one center under one clause. `occurrences` is a whole number of at least 1. */
export interface Allegation {
  readonly findingId: FindingId
  readonly centerId: CenterId
  readonly clauseId: ClauseId
  readonly occurrences: number
  readonly occurredOn: PlainDate
  /** Shared by all findings about one event in the world; null where it stands alone. */
  readonly eventKey: EventKey | null
  /**
   * The measured value, for clauses with a threshold, a slope, bands or a ratio; null for all others. In the unit that
   * the clause prints (71 for 71 %); for a ratio the share itself (71/100).
   */
  readonly measured: Rational | null
  /** The level reached (省, 第1名), for clauses priced by level; null for all others. */
  readonly level: string | null
  /** Which of several requirements under one 否则 were not met, as indexes; null where there is only one. */
  readonly unmet: readonly number[] | null
  readonly description: string
}
