import type {
  AppealId,
  BonusId,
  CenterId,
  ClauseId,
  FindingId,
  InspectionId,
  PersonId,
  QuestionId,
  RubricId,
  SamplingPlanId,
} from '../kernel/identifiers.ts'
import type { Place } from '../kernel/place.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Points } from '../kernel/points.ts'
import type { Timestamp } from '../kernel/timestamp.ts'
import type { Deadline } from '../kernel/working-days.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { Allegation } from './allegation.ts'
import type { Evidence, FindingSource, SelfAssessmentEntry, SheetSeal, Terms } from './ledger-event.ts'
import type { SamplingDesign, SamplingSecret } from './sampling-design.ts'
import type { SuspicionBasis } from './suspicion-fact.ts'

/** An assessment after some events: what `evolve` makes and what scoring reads. Immutable: each event makes a new one. */
export interface AssessmentState {
  /** The `seq` of the last event; 0 before the first. */
  readonly seq: number
  readonly rubricId: RubricId | null
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly terms: Terms | null
  readonly isClosed: boolean
  /** The last seal; null before the first and after a reopening. */
  readonly seal: Seal | null
  readonly isPublished: boolean
  /** 口径 given so far, the last to each question. */
  readonly answers: ReadonlyMap<QuestionId, Interpretation>
  /** 停用 of detections, in order: see `isRetired`. */
  readonly retirements: readonly Retirement[]
  readonly selfAssessments: ReadonlyMap<CenterId, SelfAssessment>
  readonly centers: ReadonlyMap<CenterId, string>
  /** Of the centers whose place was told. */
  readonly places: ReadonlyMap<CenterId, Place>
  /** What was looked at without anything to record. */
  readonly inspections: ReadonlyMap<InspectionId, Inspection>
  readonly samplingPlans: ReadonlyMap<SamplingPlanId, SamplingPlan>
  readonly findings: ReadonlyMap<FindingId, Finding>
  readonly bonuses: ReadonlyMap<BonusId, Bonus>
  /** Every appeal ever filed, so that no id is used twice. */
  readonly appeals: ReadonlyMap<AppealId, FindingId>
}

/**
 * `standing` is where the finding is in its life; `isReplied…` and rectification run beside it. `decision` is null
 * until it is substantiated, and again never null after: a reversal keeps what was decided.
 */
export interface Finding extends Allegation {
  readonly source: FindingSource
  /** Who reported or suspected it first. */
  readonly reportedBy: PersonId
  /** What raised it from records; null where a person reported it. */
  readonly detection: string | null
  /** The records that show it, as last told. */
  readonly records: readonly string[]
  /** Null where a person answers for it and not a run of the detection. */
  readonly basis: SuspicionBasis | null
  /** Every time that its records turned out to say something else after it was decided, in order. */
  readonly flags: readonly Flag[]
  readonly standing: FindingStanding
  readonly reply: 'none' | 'accepted' | 'contested'
  readonly replyBy: Deadline | null
  /** Null unless it is dismissed. */
  readonly dismissedBy: PersonId | null
  readonly decision: Decision | null
  /** Everyone who substantiated it, set or corrected its amount or decided an appeal: none of them decides the next one. */
  readonly deciders: readonly PersonId[]
  /** Null until the decision that stands is served: a changed one has to be served anew. */
  readonly appealBy: Deadline | null
  readonly appeal: Appeal | null
  readonly rectification: 'none' | 'planned' | 'submitted' | 'accepted' | 'returned'
  readonly evidence: readonly Evidence[]
  /** The `seq` of every event about this finding, in order: the score line's `because`. */
  readonly because: readonly number[]
}

/** 记录有变: `occurrences` is 0 where the records no longer show it. */
export interface Flag {
  readonly flaggedAt: Timestamp
  readonly occurrences: number
  readonly records: readonly string[]
  readonly reason: string
}

/** Of every version of the detection up to this one. */
export interface Retirement {
  readonly detection: string
  readonly version: number
  readonly reason: string
  readonly by: PersonId
  readonly retiredAt: Timestamp
}

export interface Seal {
  readonly seq: number
  readonly sheets: readonly SheetSeal[]
}

/** One visit, or a part of it that was told by itself. */
export interface Inspection {
  readonly centerId: CenterId
  readonly inspectedOn: PlainDate
  readonly clauseIds: readonly ClauseId[]
  readonly by: PersonId
  readonly recordedAt: Timestamp
}

/** 抽查方案 as far as it is told: what was drawn is known to the ledger once `reveal` is there. */
export interface SamplingPlan {
  readonly design: SamplingDesign
  readonly designDigest: string
  readonly commitment: string
  readonly by: PersonId
  readonly committedAt: Timestamp
  readonly reveal: (SamplingSecret & { readonly earlyBecause: string | null } & Told) | null
  /** By the number of the visit. */
  readonly missed: ReadonlyMap<number, { readonly reason: string } & Told>
}

interface Told {
  readonly by: PersonId
  readonly recordedAt: Timestamp
}

export interface SelfAssessment {
  readonly entries: readonly SelfAssessmentEntry[]
  readonly statement: string
  readonly submittedAt: Timestamp
}

/** `withdrawn`: its records no longer show it, and it counts nowhere. */
export type FindingStanding =
  | 'suspected'
  | 'reported'
  | 'notified'
  | 'substantiated'
  | 'dismissed'
  | 'reversed'
  | 'withdrawn'

/**
 * What was decided. `points` (for one occurrence) is null until an amount is decided, and where the price is fixed. `by` and
 * `reason` are of whoever last decided it: who set the amount, once there is one.
 */
export interface Decision {
  readonly clauseId: ClauseId
  readonly occurrences: number
  readonly occurredOn: PlainDate
  readonly points: Points | null
  readonly reason: string
  readonly by: PersonId
}

export interface Appeal {
  readonly appealId: AppealId
  readonly grounds: string
  readonly outcome: 'pending' | 'upheld' | 'varied' | 'reversed'
}

export interface Bonus {
  readonly bonusId: BonusId
  readonly centerId: CenterId
  readonly clauseId: ClauseId
  readonly proposedBy: PersonId
  /** Who approved or rejected it; null before. */
  readonly decidedBy: PersonId | null
  readonly proposed: number
  readonly occurrences: number
  readonly occurredOn: PlainDate
  readonly measured: Allegation['measured']
  readonly level: string | null
  readonly standing: 'proposed' | 'approved' | 'rejected'
  readonly points: Points | null
  readonly description: string
  readonly reason: string
  readonly because: readonly number[]
}
