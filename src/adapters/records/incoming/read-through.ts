import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

/** What one pass over all bytes of a file shows. Places are offsets in bytes; null where there is none. */
export interface ReadThrough {
  readonly bytes: number
  /** SHA-256. */
  readonly digest: string
  readonly firstNul: number | null
  /** Where the bytes cease to be UTF-8. */
  readonly firstNotUtf8: number | null
  /** All of it is UTF-8, but the last character is not whole. */
  readonly endsWithinUtf8: boolean
}

/** `onPiece` is given each piece as it is read, and how many bytes were read with it. It may throw to stop. */
export async function readThrough(
  file: FileHandle,
  onPiece: (piece: Buffer, done: number) => void,
): Promise<ReadThrough> {
  const hash = createHash('sha256')
  const room = Buffer.allocUnsafe(LONGEST_CHARACTER + PIECE)
  let bytes = 0
  let carried = 0
  let firstNul: number | null = null
  let firstNotUtf8: number | null = null
  for (;;) {
    const { bytesRead } = await file.read(room, carried, PIECE, bytes)
    if (bytesRead === 0) break
    const fresh = room.subarray(carried, carried + bytesRead)
    hash.update(fresh)
    firstNul ??= placeOf(fresh.indexOf(0), bytes)
    bytes += bytesRead
    onPiece(fresh, bytes)
    if (firstNotUtf8 !== null) continue
    const piece = room.subarray(0, carried + bytesRead)
    const whole = piece.length - begunAtEnd(piece)
    if (!isUtf8(piece.subarray(0, whole))) firstNotUtf8 = bytes - piece.length + validLength(piece)
    carried = firstNotUtf8 === null ? piece.length - whole : 0
    room.copyWithin(0, whole, piece.length)
  }
  const endsWithinUtf8 = firstNotUtf8 === null && carried > 0
  if (endsWithinUtf8) firstNotUtf8 = bytes - carried
  return { bytes, digest: hash.digest('hex'), firstNul, firstNotUtf8, endsWithinUtf8 }
}

const PIECE = 1 << 20
const LONGEST_CHARACTER = 4

function placeOf(at: number, before: number): number | null {
  return at === -1 ? null : before + at
}

/** How many bytes at the end begin a character of UTF-8 that is not whole yet. */
function begunAtEnd(piece: Uint8Array): number {
  for (let back = 1; back < LONGEST_CHARACTER && back <= piece.length; back++) {
    const byte = piece[piece.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < lengthBy(byte) ? back : 0
  }
  return 0
}

function lengthBy(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}

function validLength(piece: Uint8Array): number {
  let valid = 0
  let wrong = piece.length
  while (wrong - valid > 1) {
    const middle = (valid + wrong) >> 1
    const start = piece.subarray(0, middle)
    if (isUtf8(start.subarray(0, middle - begunAtEnd(start)))) valid = middle
    else wrong = middle
  }
  return valid - begunAtEnd(piece.subarray(0, valid))
}
