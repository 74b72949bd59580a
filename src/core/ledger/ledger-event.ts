/**
 * The ledger is what people did: a list of events, append-only, one stream per assessment. `decide-….ts` may refuse a
 * command; `evolve` folds events into the state of the assessment and never refuses. Names of published events never
 * change; old shapes are upcast. `occurredOn` is when it happened in the world, `recordedAt` when the ledger learned of
 * it: the two clocks.
 */
import type {
  AppealId,
  BonusId,
  CenterId,
  ClauseId,
  CriterionId,
  FindingId,
  InspectionId,
  PersonId,
  QuestionId,
  RubricId,
} from '../kernel/identifiers.ts'
import type { Place } from '../kernel/place.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Points } from '../kernel/points.ts'
import type { Rational } from '../kernel/rational.ts'
import type { Timestamp } from '../kernel/timestamp.ts'
import type { Deadline } from '../kernel/working-days.ts'
import type { Allegation } from './allegation.ts'
import type { SamplingFact } from './sampling-fact.ts'
import type { SuspicionFact } from './suspicion-fact.ts'

/**
 * `seq` counts from 1 without gaps. `actedAt` is when the person acted as the person's device tells it (an inspection
 * recorded offline is acted before it is recorded); `recordedAt` is the ledger's own clock.
 */
export type LedgerEvent = {
  readonly seq: number
  readonly recordedAt: Timestamp
  readonly actedAt: Timestamp
  readonly by: PersonId
} & LedgerFact

export type LedgerFact =
  | AssessmentFact
  | ClosingFact
  | InspectionFact
  | FindingFact
  | AppealFact
  | RectificationFact
  | BonusFact
  | SelfAssessmentFact
  | SamplingFact

export type AssessmentFact =
  | {
      readonly type: 'AssessmentOpened'
      readonly rubricId: RubricId
      readonly periodFrom: PlainDate
      readonly periodTo: PlainDate
    }
  /** `place` where it is known; moves no points. */
  | { readonly type: 'CenterEnrolled'; readonly centerId: CenterId; readonly name: string; readonly place?: Place }
  /** The working days that the office gives for each step. Later terms hold for deadlines served after them. */
  | ({ readonly type: 'TermsSet' } & Terms)
  /** 口径: `points` where the reading asks for a number. A later answer to the same question supersedes. */
  | {
      readonly type: 'QuestionAnswered'
      readonly questionId: QuestionId
      readonly reading: string
      readonly points: Points | null
      readonly reason: string
    }
  /**
   * 停用检测, in this assessment: it is not run any more until a version after `version` is adopted. What it suspected is
   * withdrawn by events of its own in the same act.
   */
  | { readonly type: 'DetectionRetired'; readonly detection: string; readonly version: number; readonly reason: string }
  /** 周期结束: no further findings of the period are expected; only now can an absence bonus be certain. */
  | { readonly type: 'PeriodClosed' }

/** In working days, each at least 1. */
export interface Terms {
  readonly replyWorkingDays: number
  readonly appealWorkingDays: number
  readonly rectificationWorkingDays: number
}

export type ClosingFact =
  /** 定稿: every sheet by its digest. What stood against it is kept with the reason for going on; null where nothing did. */
  | {
      readonly type: 'AssessmentSealed'
      readonly sheets: readonly SheetSeal[]
      readonly forced: { readonly blockers: readonly Blocker[]; readonly reason: string } | null
    }
  | { readonly type: 'ResultsPublished'; readonly statement: string }
  /** Sealed or published results are taken up again, so that a correction can follow; the earlier seal stays in the ledger. */
  | { readonly type: 'AssessmentReopened'; readonly reason: string }

export interface SheetSeal {
  readonly centerId: CenterId
  /** Signed whole hundredths. */
  readonly score: number
  readonly digest: string
}

/** What stands against sealing. `ref` is the finding, bonus, question or center it is about; null for the whole. */
export interface Blocker {
  readonly code: string
  readonly ref: string | null
  readonly centerId: CenterId | null
}

/** 自评: what a center gives itself, criterion by criterion. Moves no points. */
export interface SelfAssessmentFact {
  readonly type: 'SelfAssessmentSubmitted'
  readonly centerId: CenterId
  readonly entries: readonly SelfAssessmentEntry[]
  readonly statement: string
}

export interface SelfAssessmentEntry {
  readonly criterionId: CriterionId
  readonly points: Points
  readonly statement: string
}

/** A file by its SHA-256, with what it shows. `claims` is what the file or the device says of itself, null for nothing. */
export interface Evidence {
  readonly digest: string
  readonly caption: string
  readonly claims: EvidenceClaims | null
}

/** Claimed, never proven: as the camera or the phone wrote it. Null where it says nothing. */
export interface EvidenceClaims {
  readonly takenAt: string | null
  readonly place: string | null
  readonly device: string | null
}

/** 查过，未见: what was looked at on a visit and showed nothing. What showed something is a finding. Moves no points. */
export interface InspectionFact {
  readonly type: 'CenterInspected'
  readonly inspectionId: InspectionId
  readonly centerId: CenterId
  readonly inspectedOn: PlainDate
  readonly clauseIds: readonly ClauseId[]
}

export type FindingSource = 'inspection' | 'complaint' | 'rating' | 'hotline' | 'self-assessment' | 'records'

export type FindingFact =
  | SuspicionFact
  | (Allegation & {
      readonly type: 'FindingReported'
      readonly source: FindingSource
      readonly evidence: readonly Evidence[]
    })
  | { readonly type: 'FindingNotified'; readonly findingId: FindingId; readonly replyBy: Deadline }
  | { readonly type: 'FindingAccepted'; readonly findingId: FindingId; readonly statement: string }
  | {
      readonly type: 'FindingContested'
      readonly findingId: FindingId
      readonly statement: string
      readonly evidence: readonly Evidence[]
    }
  /** 查实. `occurrences` is at most what was alleged: more is another finding. */
  | {
      readonly type: 'FindingSubstantiated'
      readonly findingId: FindingId
      readonly clauseId: ClauseId
      readonly occurrences: number
      readonly occurredOn: PlainDate
      readonly reason: string
    }
  | { readonly type: 'FindingDismissed'; readonly findingId: FindingId; readonly reason: string }
  /** 决定送达: the center has been told what was substantiated and its days for an appeal run. A changed decision is served anew. */
  | { readonly type: 'DecisionServed'; readonly findingId: FindingId; readonly appealBy: Deadline }
  /** 裁量: `points` for one occurrence, within the clause's range. */
  | {
      readonly type: 'AmountDecided'
      readonly findingId: FindingId
      readonly points: Points
      readonly reason: string
      readonly precedents: readonly FindingId[]
    }
  /** 更正 by the office: takes the place of the decision; the earlier one stays in the ledger. */
  | {
      readonly type: 'DecisionCorrected'
      readonly findingId: FindingId
      readonly occurrences: number
      readonly points: Points | null
      readonly reason: string
    }

export type AppealFact =
  | {
      readonly type: 'AppealFiled'
      readonly appealId: AppealId
      readonly findingId: FindingId
      readonly grounds: string
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly type: 'FindingUpheld'
      readonly appealId: AppealId
      readonly findingId: FindingId
      readonly reason: string
    }
  | {
      readonly type: 'FindingVaried'
      readonly appealId: AppealId
      readonly findingId: FindingId
      readonly occurrences: number
      /** For one occurrence; null where the clause's price is fixed. */
      readonly points: Points | null
      readonly reason: string
    }
  | {
      readonly type: 'FindingReversed'
      readonly appealId: AppealId
      readonly findingId: FindingId
      readonly reason: string
    }

export type RectificationFact =
  | {
      readonly type: 'RectificationPlanned'
      readonly findingId: FindingId
      readonly measures: string
      readonly dueBy: Deadline
    }
  | {
      readonly type: 'RectificationSubmitted'
      readonly findingId: FindingId
      readonly statement: string
      readonly evidence: readonly Evidence[]
    }
  | { readonly type: 'RectificationAccepted'; readonly findingId: FindingId }
  | { readonly type: 'RectificationReturned'; readonly findingId: FindingId; readonly reason: string }

export type BonusFact =
  | {
      readonly type: 'BonusProposed'
      readonly bonusId: BonusId
      readonly centerId: CenterId
      readonly clauseId: ClauseId
      readonly occurrences: number
      readonly occurredOn: PlainDate
      readonly measured: Rational | null
      readonly level: string | null
      readonly description: string
      readonly evidence: readonly Evidence[]
    }
  /** 审定. `points` for one occurrence; null where the clause's amount is fixed. */
  | {
      readonly type: 'BonusApproved'
      readonly bonusId: BonusId
      readonly occurrences: number
      readonly points: Points | null
      readonly reason: string
    }
  | { readonly type: 'BonusRejected'; readonly bonusId: BonusId; readonly reason: string }
