import type { FileFault } from './file-fault.ts'

/** Files as text, decoded, or the fact why not. */
export interface TextSource {
  readonly read: (path: string) => Promise<TextRead>
}

export type TextRead =
  { readonly ok: true; readonly value: SourceText } | { readonly ok: false; readonly fault: FileFault }

/** `isAssumed` where neither a byte order mark nor valid UTF-8 proves the encoding. */
export interface SourceText {
  readonly path: string
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
  readonly isAssumed: boolean
}
