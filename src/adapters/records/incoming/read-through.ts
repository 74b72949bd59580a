import { createHash } from 'node:crypto'
import { isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'

/** What one pass over all bytes of a file shows. */
export interface ReadThrough {
  readonly bytes: number
  /** SHA-256. */
  readonly digest: string
  readonly isUtf8: boolean
  readonly hasNul: boolean
}

/** `onBytes` is told how many bytes were read so far; it may throw to stop. */
export async function readThrough(file: FileHandle, onBytes: (done: number) => void): Promise<ReadThrough> {
  const hash = createHash('sha256')
  const room = Buffer.allocUnsafe(PIECE + LONGEST_CHARACTER)
  let bytes = 0
  let carried = 0
  let isText = true
  let hasNul = false
  for (;;) {
    const { bytesRead } = await file.read(room, carried, PIECE, bytes)
    if (bytesRead === 0) break
    const fresh = room.subarray(carried, carried + bytesRead)
    hash.update(fresh)
    hasNul ||= fresh.includes(0)
    bytes += bytesRead
    const piece = room.subarray(0, carried + bytesRead)
    const whole = piece.length - begunAtEnd(piece)
    isText &&= isUtf8(piece.subarray(0, whole))
    carried = piece.length - whole
    room.copyWithin(0, whole, piece.length)
    onBytes(bytes)
  }
  return { bytes, digest: hash.digest('hex'), isUtf8: isText && carried === 0, hasNul }
}

const PIECE = 1 << 20
const LONGEST_CHARACTER = 4

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
