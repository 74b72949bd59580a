import { AlignmentType, Paragraph, type IParagraphOptions, type Table } from 'docx'
import type { PictureSource } from '../../../../app/ports/document-writer.ts'
import type { PageLayout } from './page-layout.ts'
import { setWords } from './set-words.ts'
import type { WordStyle } from './word-styles.ts'

/** What stands one under the other in a document of Word. */
export type Flow = Paragraph | Table

/** One writing. */
export interface Setting {
  readonly layout: PageLayout
  readonly pictures: PictureSource
  /** Counts from 1 in each document, so that the same model gives the same bytes. */
  readonly nextPicture: () => number
}

export function styled(style: WordStyle, text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ style, children: setWords(text), ...options })
}

/** Keeps two tables apart, which Word would join. */
export function gap(height: number): Paragraph {
  return new Paragraph({ style: 'Gap', spacing: { line: height, lineRule: 'exact' } })
}

export const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const
