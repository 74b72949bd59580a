import type { ClauseId, CriterionId, QuestionId, SectionId } from '../kernel/identifiers.ts'
import type { Points } from '../kernel/points.ts'
import type { SourceSpan } from '../kernel/source-span.ts'

/** The catalogue of what a notice can leave open. */
export const QUESTION_CODES = [
  'amount-missing',
  'damaged-number',
  'range-reversed',
  'ambiguous-inclusive',
  'band-gap',
  'unless-with-two-antecedents',
  'replaces-or-adds',
  'once-or-per-occurrence',
  'unit-missing',
  'no-cap-for-bonus',
  'price-exceeds-item',
  'totals-mismatch',
  'unresolved-reference',
  'subject-split',
  'double-count',
  'floor-missing',
] as const
export type QuestionCode = (typeof QUESTION_CODES)[number]

/**
 * One thing that the notice leaves open: `id` is stable over recompilation (`10.3/replaces-or-adds`). The office
 * chooses one of `readings`; the choice is an interpretation. `why` says in Chinese what is open.
 */
export interface Question {
  readonly id: QuestionId
  readonly code: QuestionCode
  readonly criterionId: CriterionId | null
  readonly clauseIds: readonly ClauseId[]
  readonly sectionIds: readonly SectionId[]
  readonly span: SourceSpan
  readonly why: string
  readonly readings: readonly Reading[]
}

/** One possible answer. `label` says it in Chinese with what it would do; `effect` is what scoring does with it. */
export interface Reading {
  readonly key: string
  readonly label: string
  readonly effect: ReadingEffect
}

/**
 * What an answer changes in scoring.
 * - counting: a price without a unit is charged once a period for the center, for every occurrence, or once in each `span`.
 * - escalation: a worse outcome replaces the price of its base or is added to it.
 * - boundary: whether the number itself falls under the condition.
 * - bonus-cap: the clause gives at most `points` (null: no ceiling).
 * - sharing: one event under several of the question's clauses is charged under each, or only where it costs most.
 * - antecedents: one unmet requirement is enough, or all must be unmet.
 * - breaks: which clauses' substantiated findings break an absence bonus.
 * - floor: losses of a section stop at its points, or go on.
 * - unpointed: losses in sections without points come off the total, are held by `points` for these sections, or do not count.
 * - amount: the missing amount is `points` (per unit); null asks for it with the answer.
 * - none: settles a matter of wording only; no score depends on it.
 */
export type ReadingEffect =
  | { readonly kind: 'counting'; readonly mode: 'once' | 'each' | 'each-span' }
  | { readonly kind: 'escalation'; readonly mode: 'replaces' | 'adds' }
  | { readonly kind: 'boundary'; readonly inclusive: boolean }
  | { readonly kind: 'bonus-cap'; readonly points: Points | null }
  | { readonly kind: 'sharing'; readonly mode: 'each' | 'highest' }
  | { readonly kind: 'antecedents'; readonly mode: 'any' | 'all' }
  | { readonly kind: 'breaks'; readonly clauseIds: readonly ClauseId[] }
  | { readonly kind: 'floor'; readonly mode: 'section' | 'none' }
  | { readonly kind: 'unpointed'; readonly mode: 'off-total' | 'ignored' }
  | { readonly kind: 'unpointed'; readonly mode: 'held'; readonly points: Points }
  | { readonly kind: 'amount'; readonly points: Points | null }
  | { readonly kind: 'none' }
