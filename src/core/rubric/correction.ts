import type { ClauseId, PersonId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { ClauseTerms } from './clause-terms.ts'

/**
 * 改正读法: a person reads a sentence of the notice otherwise than the compiler did. `quote` and `read` are what the person
 * saw: where the sentence or its reading is another by now, the correction no longer fits and is refused.
 */
export interface AskedCorrection {
  readonly clauseId: ClauseId
  readonly quote: string
  readonly read: ClauseTerms
  readonly given: GivenReading
  readonly reason: string
}

/** A correction that was made: it stays with the rubric, under its digest. */
export interface Correction extends AskedCorrection {
  readonly correctedBy: PersonId
  readonly correctedOn: PlainDate
}

/**
 * What the sentence is instead: another price, a requirement without a price of its own, or no rule of scoring at all. The
 * latter two leave a remark where the clause was, and its number to nobody else.
 */
export type GivenReading =
  | { readonly kind: 'price'; readonly terms: ClauseTerms }
  | { readonly kind: 'requirement' }
  | { readonly kind: 'no-rule' }
