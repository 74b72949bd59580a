/** Why a file cannot be taken as text. Facts only: `app/problem.ts` says them to people. */
export type FileFault =
  | { readonly code: 'file-missing'; readonly path: string }
  | { readonly code: 'file-is-folder'; readonly path: string }
  | { readonly code: 'file-unreadable'; readonly path: string; readonly detail: string }
  | { readonly code: 'file-empty'; readonly path: string }
  | { readonly code: 'file-blank'; readonly path: string }
  | { readonly code: 'file-too-large'; readonly path: string; readonly bytes: number; readonly limit: number }
  /** A form of office document that is not text: Word, Excel, PDF. */
  | { readonly code: 'file-is-document'; readonly path: string; readonly form: string }
  /** `at` is the offset of the first NUL byte. */
  | { readonly code: 'file-is-binary'; readonly path: string; readonly at: number }
  /** Bytes that are text in none of the encodings tried; `line` is where UTF-8 first fails. */
  | { readonly code: 'file-not-text'; readonly path: string; readonly line: number }
