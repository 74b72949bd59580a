import type { DocumentCell } from '../../../../core/document/document-table.ts'
import type { DocumentPicture } from '../../../../core/document/document-picture.ts'
import type { TextPiece } from '../../../../core/document/document-block.ts'
import type { CellLook } from './cell-style.ts'
import type { GridSpan } from './sheet-grid.ts'

/** One row of a sheet before it is written. */
export interface SheetLine {
  readonly cells: readonly LineCell[]
  /** In points; null where Excel fits it by itself. */
  readonly height: number | null
  readonly isBrokenBefore?: boolean
}

export interface LineCell extends GridSpan {
  /** How many rows of the sheet it covers. */
  readonly lines: number
  readonly look: CellLook
  readonly content: LineContent
}

export type LineContent =
  | { readonly kind: 'cell'; readonly cell: DocumentCell; readonly table: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pieces'; readonly pieces: readonly TextPiece[] }
  /** Set side by side, each as high as said, in pixels. */
  | { readonly kind: 'pictures'; readonly pictures: readonly DocumentPicture[]; readonly height: number }
  /** Covered by another, or empty: only its lines are drawn. */
  | { readonly kind: 'nothing' }

/** No row of Excel is higher. */
export const HIGHEST = 409

/** How high a picture in a table is at most, in pixels. */
export const THUMBNAIL = 72

/** What a cell shows beside its words. */
export interface LinePictures {
  readonly pictures: readonly DocumentPicture[]
  readonly height: number
  /** Where captions are not a line of their own. */
  readonly isCaptioned: boolean
}

export function linePictures({ content }: LineCell): LinePictures | null {
  if (content.kind === 'pictures') return { pictures: content.pictures, height: content.height, isCaptioned: false }
  if (content.kind !== 'cell' || content.cell.kind !== 'pictures') return null
  return { pictures: content.cell.pictures, height: THUMBNAIL, isCaptioned: true }
}
