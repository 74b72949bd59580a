import type { PlainDate } from '../kernel/plain-date.ts'
import type { DocumentPicture } from './document-picture.ts'
import type { Formula } from './formula.ts'
import type { Tone } from './tone.ts'

/** Its head is repeated on every page that it reaches. */
export interface DocumentTable {
  /** Unique in the document; counts and formulas name the table by it. */
  readonly id: string
  /** 扣分明细: the caption, and the name of its sheet in a workbook. */
  readonly name: string
  readonly hasCaption: boolean
  readonly columns: readonly DocumentColumn[]
  /**
   * A ledger or a list of findings comes in pieces, so that a workbook of 100,000 rows never stands in memory. It can be walked
   * once a writing. A table that formulas name row by row is a list.
   */
  readonly rows: readonly DocumentRow[] | (() => AsyncIterable<DocumentRow>)
  /** 合计: set apart below, and not counted as rows. */
  readonly foot: readonly DocumentRow[]
  /** 2 px above and below and a full grid, as the notice's own table; else horizontal rules only. */
  readonly isOfficial: boolean
}

export interface DocumentColumn {
  /** Letters, digits and hyphens; cells stand in the order of columns. */
  readonly key: string
  readonly name: string
  /** A share: the widths of a table are set in the proportion of these. */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}

export interface DocumentRow {
  /** Unique in its table, where a formula names the row. */
  readonly key: string | null
  /** As many as there are columns; null where a cell from the left or above covers it. */
  readonly cells: readonly (DocumentCell | null)[]
  /** In millimetres at least: room to write by hand. */
  readonly height: number | null
}

export type DocumentCell = CellContent & {
  readonly rowSpan?: number
  readonly colSpan?: number
  readonly isStrong?: boolean
  readonly tone?: Tone
  /** Instead of the column's. */
  readonly align?: 'left' | 'center' | 'right'
}

/** Points are signed hundredths; `isSigned` sets + in front of a gain. `formula` must give the very figure that stands there. */
type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  /** Several paragraphs in one cell. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | {
      readonly kind: 'points'
      readonly points: number
      readonly formula: Formula | null
      readonly isSigned: boolean
    }
  | { readonly kind: 'count'; readonly count: number; readonly formula: Formula | null }
  | { readonly kind: 'date'; readonly date: PlainDate }
  | { readonly kind: 'pictures'; readonly pictures: readonly DocumentPicture[] }
  /** To be filled in by hand. */
  | { readonly kind: 'blank' }
