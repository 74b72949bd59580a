import type { AssessmentId, CenterId, ClauseId, FindingId, PersonId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'

/**
 * What an inspector records on the phone. It is made there, under ids that the phone makes, and is the only copy until the
 * server has said otherwise: nothing here is removed by a refusal.
 */
export interface InspectionRecord {
  /** Becomes the finding's id, so that what is sent twice is recorded once. */
  readonly id: FindingId
  /** Of the act that reports it: the same with every attempt. */
  readonly key: string
  /** Whose it is; another person on the same phone does not send it as his or her own. */
  readonly personId: PersonId
  readonly assessmentId: AssessmentId
  readonly centerId: CenterId
  readonly centerName: string
  readonly clause: RecordedClause | null
  readonly occurrences: number
  readonly place: string
  readonly remark: string
  /** As typed, for clauses with a measure. */
  readonly measured: string
  readonly level: string | null
  /** Places of the requirements that were broken, where the clause names more than one. */
  readonly unmet: readonly number[]
  readonly occurredOn: PlainDate
  readonly createdAt: Timestamp
  readonly pile: Pile
  readonly readyAt: Timestamp | null
  readonly sentAt: Timestamp | null
  /** The server found the phone's clock ahead: it is sent without the phone's time of the act. */
  readonly isClockWrong: boolean
  /** Why a retry cannot mend it. It waits for a person and keeps nobody else waiting. */
  readonly held: Trouble | null
  /** What went wrong last, where a retry may mend it. */
  readonly trouble: Trouble | null
  readonly attempts: number
}

export type Pile = 'draft' | 'ready' | 'sent'

/** The clause as the inspector saw it, so that a record stays readable without its rubric. */
export interface RecordedClause {
  readonly clauseId: ClauseId
  readonly label: string
  readonly quote: string
}

/** `said` is the server's own sentence; empty where it could not be reached. */
export interface Trouble {
  readonly code: string
  readonly said: string
  readonly at: Timestamp
}

export interface RecordFile {
  /** Of the upload; made here, so that beginning again goes on where it stopped. */
  readonly id: string
  readonly recordId: FindingId
  readonly kind: 'photo' | 'voice'
  /** With the ending that its type has: the server compares it with the content. */
  readonly name: string
  readonly bytes: number
  readonly digest: Digest
  /** Null once the server has confirmed it and the person has cleared it. */
  readonly content: Blob | null
  readonly claims: FileClaims
  /** Milliseconds of the epoch: the order in which they were taken. */
  readonly addedAt: number
  /** How much the server is known to hold. */
  readonly offset: number
  /** The server answered with the same digest: it holds every byte. */
  readonly isConfirmed: boolean
}

/** What the phone says of itself; nobody vouches for it. */
export interface FileClaims {
  readonly takenAt: string | null
  readonly place: string | null
  readonly device: string | null
}
