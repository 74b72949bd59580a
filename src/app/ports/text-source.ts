import type { FileFault } from './file-fault.ts'
import type { ReadNotice, TextEncoding } from './notice-reader.ts'

/** Files as text, decoded, or the fact why not. */
export interface TextSource {
  readonly read: (path: string) => Promise<TextRead>
  /** A notice in any form; a document comes as the text that says where each piece stood. */
  readonly readNotice: (path: string) => Promise<NoticeTextRead>
}

export type TextRead =
  | { readonly ok: true; readonly value: SourceText }
  | { readonly ok: false; readonly fault: FileFault }

export type NoticeTextRead =
  | { readonly ok: true; readonly value: NoticeText }
  | { readonly ok: false; readonly fault: FileFault }

/** `isAssumed` where neither a byte order mark nor valid UTF-8 proves the encoding. */
export interface SourceText {
  readonly path: string
  readonly text: string
  readonly encoding: TextEncoding
  readonly isAssumed: boolean
}

export interface NoticeText extends ReadNotice {
  readonly path: string
}
