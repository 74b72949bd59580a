import type { ClauseId, QuestionId } from '../../kernel/identifiers.ts'
import type { Digest } from '../../ledger/chain.ts'
import type { Points } from '../../kernel/points.ts'
import type { Rational } from '../../kernel/rational.ts'
import type { FixedAmount, RangeAmount } from '../../rubric/amount.ts'

/**
 * 设想: one thing that is otherwise than the record has it, laid over the record without touching it. `number` is what
 * people call a finding or an application for a bonus by (第12号), which nothing that follows changes. `occurrences` and
 * `points` (for one occurrence) are null where they are to stay as they are, or as they were alleged or applied for.
 */
export type Supposition =
  | AppealSupposition
  | FindingSupposition
  | MeasureSupposition
  | BonusSupposition
  | AnswerSupposition
  | PriceSupposition
  | PeriodSupposition
  | NoticeSupposition

/** What becomes of an appeal that is pending. */
export type AppealSupposition =
  | { readonly kind: 'appeal-upheld'; readonly number: number }
  | { readonly kind: 'appeal-reversed'; readonly number: number }
  | ({ readonly kind: 'appeal-varied'; readonly number: number } & Decided)

export type FindingSupposition =
  | { readonly kind: 'finding-dismissed'; readonly number: number }
  /** `clauseId` null: under the clause decided, or else alleged. An amount that nobody names stays open. */
  | ({ readonly kind: 'finding-substantiated'; readonly number: number; readonly clauseId: ClauseId | null } & Decided)
  /** 裁量另为, within the clause's range. */
  | { readonly kind: 'amount'; readonly number: number; readonly points: Points }
  | { readonly kind: 'count'; readonly number: number; readonly occurrences: number }

/** 实测另为, of a finding or a bonus: in the unit that the clause prints (71 for 71 %), for a ratio the share itself. */
export interface MeasureSupposition {
  readonly kind: 'measure'
  readonly number: number
  readonly measured: Rational
}

export type BonusSupposition =
  | ({ readonly kind: 'bonus-approved'; readonly number: number } & Decided)
  | { readonly kind: 'bonus-rejected'; readonly number: number }

/** 口径另为, whether the question is answered already or still open. `points` where the reading asks for a number. */
export interface AnswerSupposition {
  readonly kind: 'answer'
  readonly questionId: QuestionId
  readonly reading: string
  readonly points: Points | null
}

/** 改价: for a clause that is priced by steps, the price of one step. Amounts that people decided stay as they were decided. */
export interface PriceSupposition {
  readonly kind: 'price'
  readonly clauseId: ClauseId
  readonly amount: FixedAmount | RangeAmount
}

/** 周期结束, as if nothing more came. */
export interface PeriodSupposition {
  readonly kind: 'period-closed'
}

/** 另一份通知: the year as another adopted notice would have found it; what comes after names clauses as they are named now. */
export interface NoticeSupposition {
  readonly kind: 'other-notice'
  readonly rubricDigest: Digest
}

interface Decided {
  readonly occurrences: number | null
  readonly points: Points | null
}
