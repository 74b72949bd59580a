import type { DocumentForm } from '../../core/notice/source/file-content.ts'
import type { UnreadPart } from '../../core/notice/source/unread-part.ts'
import type { NoticeFault } from './file-fault.ts'

/** Reads a notice from the bytes of a file: text as it is, a document as one text that says where each piece stood. */
export interface NoticeReader {
  readonly read: (bytes: Uint8Array, fileName: string) => Promise<NoticeRead>
}

export type NoticeRead =
  | { readonly ok: true; readonly value: ReadNotice }
  | { readonly ok: false; readonly fault: NoticeFault }

export interface ReadNotice {
  readonly text: string
  readonly form: NoticeForm
  /** Null for a document, which is not text. */
  readonly encoding: TextEncoding | null
  /** Where neither a byte order mark nor valid UTF-8 proves the encoding. */
  readonly isAssumed: boolean
  /** The name ends as another form's does; what was read is the content. */
  readonly isMisnamed: boolean
  /** What of a document is not in the text. */
  readonly unread: readonly UnreadPart[]
  /** SHA-256 of the file as it came, in hexadecimal. */
  readonly sha256: string
}

export type NoticeForm = 'text' | DocumentForm

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
