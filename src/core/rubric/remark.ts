import type { CriterionId } from '../kernel/identifiers.ts'
import type { SourceSpan } from '../kernel/source-span.ts'
import type { Correction } from './correction.ts'

/** Something that was read and moves no points by itself. Kept with its place, so that nothing of a notice is lost. */
export interface Remark {
  readonly kind: RemarkKind
  readonly criterionId: CriterionId | null
  readonly quote: string
  readonly span: SourceSpan
  /** With `corrected` only: the sentence was read as a clause, and a person says that it is none. */
  readonly correction?: Correction
}

/**
 * consequence: money, discipline, titles; reference: another document; definition: a metric; grades: bands of the
 * total; weights: shares of the total; base: base and maximum totals; evidence: what must be shown; cure: when a loss
 * is given back; not-applicable: what is left out of the count; general-rule: moves points but stands outside of the
 * criteria, so no clause carries it yet; general-limit: bounds points for all, worked into the clauses where it can be;
 * corrected: a person took the price out of it; unread: holds a figure of points that no construct claimed.
 */
export type RemarkKind =
  | 'consequence'
  | 'reference'
  | 'definition'
  | 'grades'
  | 'weights'
  | 'base'
  | 'evidence'
  | 'cure'
  | 'not-applicable'
  | 'general-rule'
  | 'general-limit'
  | 'corrected'
  | 'unread'
