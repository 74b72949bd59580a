import { fileContentOf, type DocumentForm } from '../../../core/notice/source/file-content.ts'
import { isLikelyChinese } from '../../../core/notice/source/is-likely-chinese.ts'
import { LARGEST_NOTICE, LONGEST_NOTICE } from '../../../core/notice/source/longest-notice.ts'

export type NoticeFile =
  | { readonly kind: 'text'; readonly text: string; readonly isAssumed: boolean }
  /** Only the server reads these. */
  | { readonly kind: 'document'; readonly form: DocumentForm }
  | { readonly kind: 'encrypted' }
  /** A document of a form that is not read, in the words of an office. */
  | { readonly kind: 'foreign'; readonly form: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'too-large' }

/** A file as text: by its byte order mark, as UTF-8, or as GB 18030 where that is likely; never with signs replaced. */
export function readNoticeFile(bytes: Uint8Array): NoticeFile {
  if (bytes.length === 0) return { kind: 'empty' }
  if (bytes.length > LARGEST_NOTICE) return { kind: 'too-large' }
  const content = fileContentOf(bytes)
  if (content.kind !== 'text') return content
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (marked !== undefined) return asText(decoded(bytes.subarray(marked.mark.length), marked.encoding), false)
  if (bytes.includes(0)) return { kind: 'not-text' }
  const plain = decoded(bytes, 'utf-8')
  if (plain !== null) return asText(plain, false)
  const chinese = decoded(bytes, 'gb18030')
  return asText(chinese !== null && isLikelyChinese(chinese) ? chinese : null, true)
}

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

function asText(text: string | null, isAssumed: boolean): NoticeFile {
  if (text === null) return { kind: 'not-text' }
  if (text.trim() === '') return { kind: 'empty' }
  return text.length > LONGEST_NOTICE ? { kind: 'too-large' } : { kind: 'text', text, isAssumed }
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
