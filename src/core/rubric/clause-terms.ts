import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Points } from '../kernel/points.ts'
import type { Amount } from './amount.ts'

export type Direction = 'deduct' | 'bonus' | 'earn' | 'zero' | 'veto'

/** What a cap is counted over; `period` and `object` name the word printed (月, 人). */
export type CapScope =
  | { readonly kind: 'clause' }
  | { readonly kind: 'item' }
  | { readonly kind: 'section' }
  | { readonly kind: 'period'; readonly word: string }
  | { readonly kind: 'object'; readonly word: string }

/** What a price says, as far as a person can correct it: direction, amount, counting units, recurring period and cap. */
export interface ClauseTerms {
  readonly direction: Direction
  readonly amount: Amount
  readonly per: readonly string[]
  readonly perSpan: string | null
  readonly cap: CapTerms | null
}

/** A cap without its wording, which only the notice has. */
export type CapTerms =
  | { readonly kind: 'points'; readonly points: Points; readonly over: CapScope }
  | { readonly kind: 'none' }

/** Of a clause, or of whatever else says a price. */
export function termsOf({ direction, amount, per, perSpan, cap }: ClauseTerms): ClauseTerms {
  return { direction, amount, per, perSpan, cap: capTerms(cap) }
}

export function capTerms(cap: CapTerms | null): CapTerms | null {
  if (cap === null || cap.kind === 'none') return cap && { kind: cap.kind }
  return { kind: cap.kind, points: cap.points, over: cap.over }
}

/** Equal values in whatever order their fields stand. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
