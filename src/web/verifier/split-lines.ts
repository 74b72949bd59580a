import type { BundleLine } from '../../core/proof/verify-bundle.ts'

/**
 * Cuts bytes into lines at LF alone and decodes each strictly: nothing is replaced, no mark is passed over. A line that is no UTF-8
 * is handed over as null. The same as `mingheng verify` does with a file.
 */
export async function splitLines(chunks: AsyncIterable<Uint8Array>, take: (line: BundleLine) => void): Promise<void> {
  const held: Uint8Array[] = []
  const finish = (rest: Uint8Array, isEnded: boolean) => {
    take({ text: decoded(held.length === 0 ? rest : joined([...held, rest])), isEnded })
    held.length = 0
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, start)) {
      finish(chunk.subarray(start, at), true)
      start = at + 1
    }
    if (start < chunk.length) held.push(chunk.slice(start))
  }
  if (held.length > 0) finish(new Uint8Array(), false)
}

const LINE_FEED = 0x0a
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decoded(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
