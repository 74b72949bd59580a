import type { CenterId, ClauseId, PersonId } from '../../kernel/identifiers.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'

/** `number` counts from 1 through the plan, day by day. */
export interface DrawnVisit {
  readonly number: number
  readonly day: PlainDate
  readonly centerId: CenterId
  readonly personId: PersonId
  readonly clauseIds: readonly ClauseId[]
}
