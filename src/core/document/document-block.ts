import type { DocumentPicture } from './document-picture.ts'
import type { DocumentTable } from './document-table.ts'
import type { Tone } from './tone.ts'

/** What a document is made of, in order. Closed: a writer has one way to set each. */
export type DocumentBlock =
  /** 主送机关: flush left, with its colon. */
  | { readonly kind: 'addressees'; readonly text: string }
  /** 一、 is 黑体, （一） is 楷体, 1. and （1） are 仿宋; the numbering is part of the text. Never alone at the foot of a page. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly pieces: readonly TextPiece[] }
  /** A sentence of the notice, set apart from what we say. */
  | { readonly kind: 'quote'; readonly text: string; readonly place: string }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  /** In rows, each with what it shows under it. */
  | { readonly kind: 'pictures'; readonly pictures: readonly DocumentPicture[] }
  /** Smaller: what a table needs to be understood. */
  | { readonly kind: 'note'; readonly text: string }
  /** 附件1 at the head of a new page, with its title. */
  | { readonly kind: 'attachment'; readonly mark: string; readonly title: string }
  | { readonly kind: 'page-break' }

export interface TextPiece {
  readonly text: string
  readonly isStrong: boolean
  readonly tone: Tone | null
}

export function paragraph(text: string): Extract<DocumentBlock, { kind: 'paragraph' }> {
  return { kind: 'paragraph', pieces: [{ text, isStrong: false, tone: null }] }
}
