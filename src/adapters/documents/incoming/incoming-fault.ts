/**
 * Why a document cannot be read, as every reader of a form answers it. A macro is no fault: it is never run, and what the
 * document says is read without it.
 */
export type IncomingFault =
  /** `part` is the file within the package (`word/document.xml`), or the whole where there is none; `detail` for the log. */
  | { readonly code: 'document-damaged'; readonly part: string; readonly detail: string }
  | { readonly code: 'document-encrypted' }
  /** Pages without a text layer, counted from one: a scan, or a document of `pageCount` pages into which some were scanned. */
  | { readonly code: 'document-without-text'; readonly pages: readonly number[]; readonly pageCount: number }
  | { readonly code: 'document-empty' }
  | { readonly code: 'document-too-large'; readonly what: IncomingExcess; readonly limit: number }

/** What there was too much of: bytes of the file or of what it inflates to, pages, blocks and cells, characters. */
export type IncomingExcess = 'file-bytes' | 'inflated-bytes' | 'parts' | 'pages' | 'cells' | 'characters'

export type IncomingRead<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: IncomingFault }
