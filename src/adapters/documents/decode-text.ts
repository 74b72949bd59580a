import type { TextEncoding } from '../../app/ports/notice-reader.ts'
import type { SourceText } from '../../app/ports/text-source.ts'
import { isLikelyChinese } from '../../core/notice/source/is-likely-chinese.ts'

type Decoded =
  | ({ readonly ok: true } & Pick<SourceText, 'text' | 'encoding' | 'isAssumed'>)
  | {
      readonly ok: false
      readonly fault:
        | { readonly code: 'file-is-binary'; readonly at: number }
        | { readonly code: 'file-not-text'; readonly line: number }
    }

/**
 * Bytes as text: by the byte order mark, as UTF-8 where they are valid UTF-8, and else as GB 18030 (which holds GBK and
 * GB 2312), said to be assumed. Bytes that are none of these are refused, never replaced by U+FFFD.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) {
    const text = decode(bytes.subarray(marked.mark.length), marked.encoding)
    if (text === null) return { ok: false, fault: { code: 'file-not-text', line: 1 } }
    return { ok: true, text, encoding: marked.encoding, isAssumed: false }
  }
  const nul = bytes.indexOf(0)
  if (nul !== -1) return { ok: false, fault: { code: 'file-is-binary', at: nul } }
  const plain = decode(bytes, 'utf-8')
  if (plain !== null) return { ok: true, text: plain, encoding: 'utf-8', isAssumed: false }
  const chinese = decode(bytes, 'gb18030')
  if (chinese !== null && isLikelyChinese(chinese))
    return { ok: true, text: chinese, encoding: 'gb18030', isAssumed: true }
  return { ok: false, fault: { code: 'file-not-text', line: lineOfFirstFault(bytes) } }
}

const BYTE_ORDER_MARKS: readonly { mark: readonly number[]; encoding: TextEncoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
]

function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function lineOfFirstFault(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (startsAsUtf8(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  return bytes.subarray(0, low).filter((byte) => byte === 0x0a).length + 1
}

function startsAsUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
