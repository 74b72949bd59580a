/**
 * How a figure follows from others, in words that a workbook can be told. Points are hundredths here as everywhere; a writer
 * that sets points as decimals turns every constant of points by itself. Rows and columns are named, never addressed.
 */
export type Formula =
  /** One figure of another table, by its row and column. */
  | { readonly op: 'figure'; readonly table: string; readonly row: string; readonly column: string }
  /** A figure of the same row. */
  | { readonly op: 'here'; readonly column: string }
  /** All figures of a column, of the rows whose other columns hold the words said (each a text cell). */
  | { readonly op: 'sum-of-column'; readonly table: string; readonly column: string; readonly where: readonly Match[] }
  /** The mean of such figures of points, rounded to the hundredth, a half upwards; of at least one. */
  | { readonly op: 'mean-of-column'; readonly table: string; readonly column: string; readonly where: readonly Match[] }
  | { readonly op: 'count-of-rows'; readonly table: string; readonly where: readonly Match[] }
  /** 1 for the highest; equal figures share a rank and the next rank is skipped. */
  | { readonly op: 'rank'; readonly table: string; readonly column: string; readonly of: Formula }
  | { readonly op: 'points'; readonly points: number }
  | { readonly op: 'number'; readonly number: number }
  | { readonly op: 'sum'; readonly of: readonly Formula[] }
  | { readonly op: 'product'; readonly of: readonly Formula[] }
  | { readonly op: 'minus'; readonly of: Formula }
  | { readonly op: 'highest'; readonly of: readonly Formula[] }
  | { readonly op: 'lowest'; readonly of: readonly Formula[] }
  /** `met` where the text of a cell of the same row equals, else `otherwise`. */
  | {
      readonly op: 'if-text'
      readonly column: string
      readonly equals: string
      readonly met: Formula
      readonly otherwise: Formula
    }

export interface Match {
  readonly column: string
  readonly equals: string
}
