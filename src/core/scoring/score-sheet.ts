/**
 * Scoring is `score(rubric, interpretations, ledger, clocks)` and nothing else: exact hundredths, no clock, no notice.
 * A sheet gives each center what is certain (`score`) and what any decision still open could make of it (`interval`).
 * Every line rests on events and reads as a sentence.
 */
import type {
  BonusId,
  CenterId,
  ClauseId,
  CriterionId,
  FindingId,
  QuestionId,
  SectionId,
} from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'

/** Signed hundredths of a point: unlike `Points` they can be negative. */
export type SignedPoints = number
/** Lowest and highest, both reached by some decision. */
export type Interval = readonly [lowest: SignedPoints, highest: SignedPoints]

/** As of when: what happened by `occurredBy`, as it was known by `knownBy` (both days inclusive). */
export interface Clocks {
  readonly occurredBy: PlainDate
  readonly knownBy: PlainDate
}

export interface ScoreSheet {
  readonly centerId: CenterId
  readonly centerName: string
  readonly sections: readonly SectionScore[]
  /**
   * The certain total: decided facts, of an amount not decided its least, and of each open question only what every
   * reading has in common. Always within `interval`.
   */
  readonly score: SignedPoints
  readonly interval: Interval
  /** Whether nothing open can change the total: `interval` is one number. */
  readonly isSettled: boolean
  /** What keeps it open, most moving first. */
  readonly open: readonly OpenMatter[]
}

export interface SectionScore {
  readonly sectionId: SectionId
  /** Null where the notice gives none: the section then moves the total only. */
  readonly maxPoints: SignedPoints | null
  readonly score: SignedPoints
  readonly interval: Interval
  readonly lines: readonly ScoreLine[]
  /** What ceilings and floors changed. `score` = where the section starts + all effects + all adjustments, vetoes apart. */
  readonly adjustments: readonly Adjustment[]
}

/**
 * What the sum of the lines does not show: a cap, a floor (扣完为止) or a section without points gives back losses or
 * takes back gains. `ref` is the clause, criterion or section that it is counted over. `cap-not-computed` has no effect:
 * it says that a printed cap (每人最高) cannot be counted from what is recorded.
 */
export interface Adjustment {
  readonly kind:
    | 'clause-cap'
    | 'period-cap'
    | 'criterion-cap'
    | 'section-cap'
    | 'criterion-floor'
    | 'section-floor'
    | 'zeroed'
    | 'earned-limit'
    | 'unpointed'
    | 'cap-not-computed'
  readonly ref: ClauseId | CriterionId | SectionId
  readonly effect: SignedPoints
}

/**
 * One line of the sheet. `effect` is signed (losses negative) and stands before caps and floors: those are the
 * section's adjustments. `between` is the effect's reachable interval. `because` lists the events (seq) it rests on, so
 * every point traces to evidence. A vetoed line acts on the total, after the sections: total = sections + vetoes.
 */
export interface ScoreLine {
  readonly clauseId: ClauseId
  readonly criterionId: CriterionId
  readonly subject: LineSubject
  readonly outcome: LineOutcome
  readonly effect: SignedPoints
  readonly between: Interval
  readonly because: readonly number[]
}

export type LineSubject =
  | { readonly kind: 'finding'; readonly findingId: FindingId; readonly occurrences: number }
  | { readonly kind: 'bonus'; readonly bonusId: BonusId; readonly occurrences: number }
  | { readonly kind: 'period' }

/** What became of it, closed set: the sentence (`explain-line.ts`) and the page have one component for each. */
export type LineOutcome =
  | { readonly kind: 'deducted'; readonly perOccurrence: SignedPoints }
  | { readonly kind: 'added'; readonly perOccurrence: SignedPoints }
  | { readonly kind: 'earned'; readonly perOccurrence: SignedPoints }
  | { readonly kind: 'zeroed' }
  | { readonly kind: 'vetoed' }
  /** Substantiated; the amount within the range is not decided. */
  | { readonly kind: 'awaiting-amount' }
  /** Suspected, reported or notified: moves nothing until it is substantiated. */
  | { readonly kind: 'awaiting-decision' }
  | { readonly kind: 'awaiting-approval' }
  /** An appeal is pending; the decision stands until it is decided. */
  | { readonly kind: 'under-appeal'; readonly perOccurrence: SignedPoints }
  /** An open question decides; `effect` is what every reading has in common. */
  | { readonly kind: 'open-question'; readonly questionIds: readonly QuestionId[] }
  /** One event, one charge: it is charged in the line of `findingId`. */
  | { readonly kind: 'charged-elsewhere'; readonly findingId: FindingId }
  /** 只按最高一级加分: the same, for bonuses. */
  | { readonly kind: 'added-elsewhere'; readonly bonusId: BonusId }
  /** A price without a unit is charged once and was already. */
  | { readonly kind: 'charged-already'; readonly findingId: FindingId }
  /** The clause does not apply to what was measured or found. */
  | { readonly kind: 'not-met' }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'reversed' }
  | { readonly kind: 'rejected' }
  /** A suspicion that its records no longer show. */
  | { readonly kind: 'withdrawn' }
  /** An absence bonus: `granted` only when the period is closed and nothing broke it. */
  | { readonly kind: 'absence'; readonly state: 'granted' | 'broken' | 'running' }
  /** The rubric reads this clause but scoring does not compute it: `because` of the clause's standing. */
  | { readonly kind: 'not-computed' }

export interface OpenMatter {
  readonly kind: 'question' | 'amount' | 'decision' | 'approval' | 'appeal' | 'absence'
  readonly ref: string
  readonly sectionId: SectionId | null
  /** How far this alone, all else as it stands, can move the total: lowest and highest change. */
  readonly moves: Interval
}
