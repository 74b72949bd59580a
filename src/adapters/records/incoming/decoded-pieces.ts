import { isAscii, isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import { halt } from './halt.ts'
import { readBytes } from './read-bytes.ts'
import type { TextEncoding } from './text-encoding.ts'

/**
 * A file as text, piece by piece, without its byte order mark; pieces end at line ends where lines are not longer than a
 * piece. Halts where the bytes are not of this encoding: nothing is replaced by U+FFFD. `onBytes` is told how many bytes were
 * decoded and may throw to stop.
 */
export async function* decodedPieces(
  file: FileHandle,
  fileName: string,
  encoding: TextEncoding,
  onBytes: (done: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  let line = 1
  let at = 0
  for (;;) {
    const room = await readBytes(file, at, at + PIECE)
    if (room.length === 0) break
    const piece = room.length < PIECE ? room : upToLineEnd(room, encoding)
    const mixed = encoding === 'gb18030' ? lineInUtf8(piece) : null
    if (mixed !== null) halt(refusedRecords('file-mixed-encodings', fileName, String(line + mixed)))
    const text = attempt(() => decoder.decode(piece, { stream: true }))
    if (text === null) return halt(notText(fileName, encoding, piece, line))
    const nul = text.indexOf('\0')
    if (nul !== -1)
      halt(refusedRecords('file-damaged', fileName, `第 ${line + lineEnds(text.slice(0, nul))} 行里有空字符`))
    yield at === 0 && text.startsWith('\ufeff') ? text.slice(1) : text
    line += lineEnds(text)
    at += piece.length
    onBytes(at)
  }
  if (attempt(() => decoder.decode()) === null) halt(refusedRecords('file-damaged', fileName, '最后一个字只有一半'))
}

const PIECE = 1 << 20

function attempt(decode: () => string): string | null {
  try {
    return decode()
  } catch {
    return null
  }
}

function upToLineEnd(room: Buffer, encoding: TextEncoding): Buffer {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return room
  const end = room.lastIndexOf(0x0a)
  return end === -1 ? room : room.subarray(0, end + 1)
}

function notText(fileName: string, encoding: TextEncoding, piece: Buffer, line: number) {
  const read = new TextDecoder(encoding).decode(piece)
  const before = read.slice(0, Math.max(0, read.indexOf('\ufffd')))
  return refusedRecords('file-not-text', fileName, `第 ${line + lineEnds(before)} 行`)
}

function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/**
 * The first line that can only be UTF-8, counted from 0: GB 18030 would read it as other Chinese characters and say nothing.
 * A text in GB 18030 never holds four characters that are three bytes of UTF-8 each, and nothing else, in one line.
 */
function lineInUtf8(piece: Buffer): number | null {
  if (isAscii(piece)) return null
  let count = 0
  for (let start = 0; start < piece.length; count++) {
    const end = piece.indexOf(0x0a, start)
    const line = piece.subarray(start, end === -1 ? piece.length : end)
    if (isUtf8(line) && !isAscii(line) && (line.toString().match(/[\u0800-\uffff]/gu)?.length ?? 0) >= 4) return count
    start += line.length + 1
  }
  return null
}
