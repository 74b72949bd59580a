import type { SourcePlace } from '../../../core/kernel/source-place.ts'
import type { UnreadPart } from '../../../core/notice/source/unread-part.ts'

/** What a reader of Word, PDF or Excel makes of a document, in the order of reading. */
export type IncomingBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly pieces: readonly IncomingPiece[] }
  | { readonly kind: 'paragraph'; readonly pieces: readonly IncomingPiece[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly IncomingCell[])[] }
  /** Not in the text; stands behind everything that is. */
  | { readonly kind: 'unread'; readonly part: UnreadPart }

/** A cell stands once, where it begins; what it covers is left out, as in HTML. */
export interface IncomingCell {
  readonly rowSpan: number
  readonly colSpan: number
  /** Where it stands also when it is empty. */
  readonly place: SourcePlace
  readonly paragraphs: readonly (readonly IncomingPiece[])[]
}

/** A line of a PDF, a paragraph of Word, a cell of Excel: text as it is read, with numbers that Word only generates written out. */
export interface IncomingPiece {
  readonly text: string
  readonly place: SourcePlace
}
