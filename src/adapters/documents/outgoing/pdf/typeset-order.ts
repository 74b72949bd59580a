import type { StatedCount } from '../../../../core/document/document-proof.ts'
import type { TemplateFile } from './template-file.ts'

/** What the typesetter is asked. */
export interface TypesetOrder {
  readonly id: number
  readonly files: readonly TemplateFile[]
  /** Which of the files is the document. */
  readonly main: string
  /** Seconds since 1970, for a template that leaves the date to the typesetter: never its clock. */
  readonly timestamp: number
  /** Where the PDF is put. */
  readonly target: string
}

export type TypesetAnswer = { readonly id: number } & (
  | { readonly ok: true; readonly pages: number; readonly rows: readonly StatedCount[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }
  /** Set, but not put on the disk. */
  | { readonly ok: false; readonly diagnostics: null; readonly detail: string }
)

/** Lines and characters from 1; null where the typesetter knows no place. */
export interface Diagnostic {
  readonly path: string
  readonly line: number | null
  readonly character: number | null
  readonly words: string
}
