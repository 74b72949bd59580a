/** What stands in a document, in the order of reading, before anybody counts where. */
export type WordPassage = WordParagraph | WordTable

export interface WordParagraph {
  readonly kind: 'paragraph'
  /** With its number in front, where Word writes one. */
  readonly text: string
  /** Of a heading, from 1; 0 for none. */
  readonly level: number
}

export interface WordTable {
  readonly kind: 'table'
  /** Of the columns of its grid, in twentieths of a point. */
  readonly widths: readonly number[]
  readonly rows: readonly WordRow[]
}

export interface WordRow {
  /** Columns of the grid that the row leaves out at its begin. */
  readonly before: number
  readonly cells: readonly WordCell[]
}

export interface WordCell {
  /** Columns of the grid. */
  readonly span: number
  /** `goes-on`: it is a piece of the cell above, which shows all there is to show. */
  readonly merge: 'none' | 'begins' | 'goes-on'
  /** The same along the row, as files of before 2007 have it. */
  readonly isPieceOfLeft: boolean
  readonly passages: readonly WordPassage[]
}
