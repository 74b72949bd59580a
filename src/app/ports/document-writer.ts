import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { StatedCount } from '../../core/document/document-proof.ts'

export type DocumentForm = 'docx' | 'xlsx' | 'pdf'

/** Sets a document as a file. Nothing is left at `path` where it answers a fault. */
export interface DocumentWriter {
  readonly write: (
    document: OfficialDocument,
    form: DocumentForm,
    path: string,
    pictures: PictureSource,
  ) => Promise<DocumentWritten>
}

/** The bytes of a picture (JPEG or PNG); null where it is gone, which the document then says in its place. */
export type PictureSource = (key: string) => Promise<Uint8Array | null>

export type DocumentWritten =
  | { readonly ok: true; readonly rows: readonly StatedCount[]; readonly pages: number | null }
  | { readonly ok: false; readonly fault: DocumentFault }

export type DocumentFault =
  /** More rows than the form can be used with; `limit` is what it can take. */
  | { readonly code: 'document-too-long'; readonly form: DocumentForm; readonly rows: number; readonly limit: number }
  /** The office's own template does not run: where and why in the words of the typesetter. */
  | { readonly code: 'template-broken'; readonly path: string; readonly detail: string }
  /** So many wait for their turn already. */
  | { readonly code: 'documents-busy'; readonly waiting: number }
  | { readonly code: 'document-not-written'; readonly path: string; readonly detail: string }
