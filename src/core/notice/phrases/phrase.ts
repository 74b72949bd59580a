/** What the phrase grammar finds in a clause, in order, without gaps. Offsets are of the normalised text. */
export type Phrase = { readonly start: number; readonly end: number } & PhraseBody

export type PhraseBody =
  /** 、 is rank 0; , : and tab rank 1; what ends a sentence rank 2. */
  | { readonly type: 'stop'; readonly rank: 0 | 1 | 2 }
  | { readonly type: 'open' | 'close' | 'text' | 'floor' | 'nocap' | 'otherwise' | 'unmet' }
  | PricePhrase
  | { readonly type: 'full'; readonly direction: 'earn' | 'deduct'; readonly share?: string }
  | { readonly type: 'nought'; readonly scope: 'item' | 'section' }
  | { readonly type: 'veto'; readonly barred?: true }
  | { readonly type: 'multiplied'; readonly times: string; readonly direction: PriceDirection | null }
  | { readonly type: 'unpriced'; readonly direction: PriceDirection | null; readonly lead: string }
  | {
      readonly type: 'ratio'
      readonly direction: 'earn' | 'deduct'
      readonly number: Figure | null
      readonly damaged: boolean
    }
  | { readonly type: 'cap'; readonly over: string; readonly number: Figure }
  | { readonly type: 'cumulative'; readonly number: Figure }
  | EachPhrase
  | { readonly type: 'ordinal'; readonly value: string; readonly more: boolean; readonly unit: string }
  | ComparePhrase
  | BandPhrase
  | { readonly type: 'count'; readonly number: Figure; readonly unit: string }

export type PriceDirection = 'deduct' | 'bonus' | 'earn'

/** A printed number as a decimal; `damaged` where it was mended (0。5, IOO). */
export interface Figure {
  readonly value: string
  readonly damaged: boolean
}

/** 扣1-3分/次. `share` is 分别, 依次, 各; `missing` says what is not printed. */
export interface PricePhrase {
  readonly type: 'price'
  readonly direction: PriceDirection
  readonly form: 'one' | 'range' | 'upto' | 'list' | 'none'
  readonly numbers: readonly Figure[]
  readonly per: readonly string[]
  readonly subject: string
  readonly missing: '' | 'fen' | 'digits' | 'verb'
  readonly adds: boolean
  readonly discretion: string
  readonly share: string
  readonly signed?: true
  /** The second of a pair under one verb. */
  readonly paired?: true
  /** ±0.3分, 加(减)0.5分: a bonus on one side, a deduction on the other. */
  readonly mirrored?: true
}

/** 每缺一项: `change` 缺, `count` 1, `unit` 项. A count of null is not printed (每次). */
export interface EachPhrase {
  readonly type: 'each'
  readonly change: string
  readonly count: Figure | null
  readonly unit: string | null
  /** 每低于98%一个百分点: where the slope starts, inside the phrase itself. */
  readonly from?: Figure
}

/** 不少于窗口总数80%: `duty` marks words of a requirement, which a breach turns round. */
export interface ComparePhrase {
  readonly type: 'compare'
  readonly op: '<' | '<=' | '>' | '>=' | '='
  readonly duty: boolean
  readonly filler: string
  readonly number: Figure
  readonly unit: string
  readonly suffix: { readonly note: string; readonly up: boolean | null; readonly within?: true } | null
}

/** 70%-85% */
export interface BandPhrase {
  readonly type: 'band'
  readonly low: Figure
  readonly high: Figure
  readonly unit: string
  readonly lowNote: '' | 'inclusive' | 'exclusive'
  readonly highNote: '' | 'inclusive' | 'exclusive'
}
