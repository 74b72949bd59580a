import type { FileHandle } from 'node:fs/promises'
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { isLikelyChinese } from '../../../core/notice/source/is-likely-chinese.ts'
import { readBytes } from './read-bytes.ts'
import type { ReadThrough } from './read-through.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * How a text is encoded, by proof: its byte order mark, bytes that can only be UTF-16, all of it being UTF-8, and else GB
 * 18030 where it reads as Chinese. A text that is UTF-8 up to some place and not beyond is broken, not GB 18030, although
 * its bytes mean something there too. Null for what is no text at all.
 */
export async function encodingOf(
  file: FileHandle,
  fileName: string,
  { bytes, firstNul, firstNotUtf8, endsWithinUtf8 }: ReadThrough,
): Promise<Kept<TextEncoding | null>> {
  const head = await readBytes(file, 0, Math.min(bytes, WINDOW))
  const marked = markOf(head)
  if (marked !== null && marked !== 'utf-8') return accepted(marked)
  if (firstNul !== null) {
    const wide = marked === null ? wideOf(head) : null
    if (wide !== null || firstNul < WINDOW) return accepted(wide)
    const line = await lineAt(file, firstNul)
    return refusedRecords('file-damaged', fileName, `第 ${line} 行里有空字节`)
  }
  if (firstNotUtf8 === null) return accepted('utf-8')
  if (endsWithinUtf8 && (marked !== null || (await isUtf8Before(file, firstNotUtf8))))
    return refusedRecords('file-damaged', fileName, '最后一个字只有一半')
  const start = await lineStart(file, firstNotUtf8)
  const window = await readBytes(file, start, start + WINDOW)
  if (marked !== null || (await isUtf8Before(file, firstNotUtf8)) || isMostlyUtf8(window)) {
    const line = await lineAt(file, firstNotUtf8)
    return refusedRecords('file-not-text', fileName, `第 ${line} 行`)
  }
  return accepted(isMostlyChinese(window) ? 'gb18030' : null)
}

const WINDOW = 1 << 18

/** The byte order mark at the front; null where there is none. */
export function markOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

/** UTF-16 without a mark: read the right way round it has commas, tabs or line ends; the other way round it has none. */
export function wideOf(head: Uint8Array): TextEncoding | null {
  const even = head.subarray(0, head.length - (head.length % 4))
  const [little, big] = (['utf-16le', 'utf-16be'] as const).map((encoding) => strictly(encoding, even))
  if (isTable(little) && !hasSeparators(big)) return 'utf-16le'
  return isTable(big) && !hasSeparators(little) ? 'utf-16be' : null
}

function isTable(text: string | null | undefined): boolean {
  return hasSeparators(text) && !/[^\P{Cc}\t\n\r]/u.test(text ?? '')
}

function hasSeparators(text: string | null | undefined): boolean {
  return /[,\t\n\r]/u.test(text ?? '')
}

/** No text in GB 18030 begins with this many characters that are UTF-8 as well. */
const PROOF = 8

async function isUtf8Before(file: FileHandle, end: number): Promise<boolean> {
  const before = new TextDecoder().decode(await readBytes(file, Math.max(0, end - WINDOW), end))
  return (before.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0) >= PROOF
}

function isMostlyUtf8(window: Uint8Array): boolean {
  const read = new TextDecoder().decode(window)
  const broken = read.match(/\ufffd/gu)?.length ?? 0
  const whole = read.match(/[\u0800-\ufffc]/gu)?.length ?? 0
  return broken * 4 < whole
}

/** Decoding it all will show where it is broken; here it only has to be clear that this is what it was meant to be. */
function isMostlyChinese(window: Uint8Array): boolean {
  const read = new TextDecoder('gb18030').decode(window)
  const whole = read.replaceAll('\ufffd', '')
  return isLikelyChinese(whole) && (read.length - whole.length) * 4 < whole.length
}

function strictly(encoding: TextEncoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

async function lineStart(file: FileHandle, at: number): Promise<number> {
  const from = Math.max(0, at - WINDOW)
  const before = await readBytes(file, from, at)
  return from + Math.max(before.lastIndexOf(0x0a), before.lastIndexOf(0x0d)) + 1
}

/** Which line of the text, from 1, the byte at `at` stands in. */
async function lineAt(file: FileHandle, at: number): Promise<number> {
  let line = 1
  for (let from = 0; from < at; from += WINDOW) {
    const piece = await readBytes(file, from, Math.min(at, from + WINDOW))
    for (let end = piece.indexOf(0x0a); end !== -1; end = piece.indexOf(0x0a, end + 1)) line += 1
  }
  return line
}
