/** Why a file cannot be taken as text, or as a notice. Facts only: `app/problem.ts` says them to people. */
export type FileFault =
  | { readonly code: 'file-missing'; readonly path: string }
  | { readonly code: 'file-is-folder'; readonly path: string }
  | { readonly code: 'file-unreadable'; readonly path: string; readonly detail: string }
  | (NoticeFault & { readonly path: string })

/** Why the content of a file cannot be taken. */
export type NoticeFault =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-blank' }
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly limit: number }
  /** A form of office document that is not read, in the words of an office. */
  | { readonly code: 'file-is-document'; readonly form: string }
  /** `at` is the offset of the first NUL byte. */
  | { readonly code: 'file-is-binary'; readonly at: number }
  /** Bytes that are text in none of the encodings tried; `line` is where UTF-8 first fails. */
  | { readonly code: 'file-not-text'; readonly line: number }
  | DocumentFault

/** Why a document of a form that is read cannot be; `form` in the words of an office. */
export type DocumentFault =
  /** `part` is the file within the package (`word/document.xml`), empty where it is the whole; `detail` in the reader's words. */
  | { readonly code: 'document-damaged'; readonly form: string; readonly part: string; readonly detail: string }
  | { readonly code: 'document-encrypted' }
  /** Pages without a text layer, counted from one: a scan, or a document of `pageCount` pages into which some were scanned. */
  | {
      readonly code: 'document-without-text'
      readonly form: string
      readonly pages: readonly number[]
      readonly pageCount: number
    }
  | { readonly code: 'document-empty'; readonly form: string }
  | {
      readonly code: 'document-too-large'
      readonly form: string
      readonly what: DocumentExcess
      readonly limit: number
    }
  /** The reader was stopped: it took longer, or more memory, than a document of an office needs. */
  | { readonly code: 'document-too-slow'; readonly form: string; readonly seconds: number }
  | { readonly code: 'document-too-heavy'; readonly form: string; readonly megabytes: number }
  /** More documents are waiting to be read than may wait. */
  | { readonly code: 'reading-busy' }

/** What there was too much of: bytes of the file or of what it inflates to, parts, pages, blocks and cells, characters. */
export type DocumentExcess = 'file-bytes' | 'inflated-bytes' | 'parts' | 'pages' | 'cells' | 'characters'
