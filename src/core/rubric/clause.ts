import type { ClauseId } from '../kernel/identifiers.ts'
import type { Points } from '../kernel/points.ts'
import type { SourceSpan } from '../kernel/source-span.ts'
import type { Amount } from './amount.ts'
import type { Condition } from './condition.ts'

export type Direction = 'deduct' | 'bonus' | 'earn' | 'zero' | 'veto'

/**
 * One price of the notice. `per` is the product of its counting units as printed (每项每人次: 项, 人次), empty where
 * none is printed; `perSpan` is a recurring period (每月: 月). `quote` is the exact wording at `span`.
 */
export interface Clause {
  readonly id: ClauseId
  readonly direction: Direction
  readonly amount: Amount
  readonly per: readonly string[]
  readonly perSpan: string | null
  /** 酌情, 视情节: the notice itself asks for discretion. A range needs a decision even without the word. */
  readonly discretionary: boolean
  readonly conditions: readonly Condition[]
  readonly scope: 'item' | 'section' | 'total'
  readonly cap: Cap | null
  /** 扣完为止: what the losses may not exceed; null where the notice is silent. */
  readonly floor: 'item' | 'section' | null
  /** Goes on past the floor: 追加扣除. */
  readonly beyondCap: boolean
  readonly quote: string
  readonly span: SourceSpan
  readonly standing: Standing
}

/** 最高扣8分, 每月最多加2分, 不设上限. */
export type Cap =
  | { readonly kind: 'points'; readonly points: Points; readonly over: CapScope; readonly phrase: string }
  | { readonly kind: 'none'; readonly phrase: string }

/** What a cap is counted over; `period` and `object` name the word printed (月, 人). */
export type CapScope =
  | { readonly kind: 'clause' }
  | { readonly kind: 'item' }
  | { readonly kind: 'section' }
  | { readonly kind: 'period'; readonly word: string }
  | { readonly kind: 'object'; readonly word: string }

/** A clause that is read but that scoring does not compute yet says so and why: it is never dropped. */
export type Standing = { readonly kind: 'scored' } | { readonly kind: 'recorded'; readonly because: string }
