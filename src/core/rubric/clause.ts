import type { ClauseId } from '../kernel/identifiers.ts'
import type { Points } from '../kernel/points.ts'
import type { SourceSpan } from '../kernel/source-span.ts'
import type { Amount } from './amount.ts'
import type { CapScope, Direction } from './clause-terms.ts'
import type { Condition } from './condition.ts'
import type { Correction } from './correction.ts'

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
  /** Where a person reads it otherwise than the compiler did; what stands here is the person's reading. */
  readonly correction?: Correction
}

/** 最高扣8分, 每月最多加2分, 不设上限. */
export type Cap =
  | { readonly kind: 'points'; readonly points: Points; readonly over: CapScope; readonly phrase: string }
  | { readonly kind: 'none'; readonly phrase: string }

/** A clause that is read but that scoring does not compute yet says so and why: it is never dropped. */
export type Standing = { readonly kind: 'scored' } | { readonly kind: 'recorded'; readonly because: string }
