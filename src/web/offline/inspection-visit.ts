import type { AssessmentId, CenterId, ClauseId, InspectionId, PersonId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Trouble } from './inspection-record.ts'

/** What was ticked at a center as looked at with nothing to record: told when the stop is over, under ids made here. */
export interface InspectionVisit {
  readonly id: InspectionId
  /** Of the act that tells it: the same with every attempt. */
  readonly key: string
  readonly personId: PersonId
  readonly assessmentId: AssessmentId
  readonly centerId: CenterId
  readonly inspectedOn: PlainDate
  readonly clauseIds: readonly ClauseId[]
  readonly seenAt: Timestamp
  readonly pile: 'ready' | 'sent'
  readonly isClockWrong: boolean
  /** Why a retry cannot mend it: it waits for a person. */
  readonly held: Trouble | null
  readonly trouble: Trouble | null
  readonly attempts: number
}
