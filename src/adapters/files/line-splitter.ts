import type { BundleLine } from '../../core/proof/verify-bundle.ts'

export interface LineSplitter {
  readonly add: (chunk: Uint8Array) => void
  readonly end: () => void
}

/** No record is longer; a file without line ends must not fill the memory. */
const LONGEST_LINE = 1 << 28

/**
 * Cuts bytes into lines at LF alone and decodes each strictly: nothing is replaced, no mark is passed over. A line that is no
 * UTF-8, or longer than any record, is handed over as null.
 */
export function lineSplitter(take: (line: BundleLine) => void, longest = LONGEST_LINE): LineSplitter {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let held: Buffer[] = []
  let heldBytes = 0
  const decoded = (bytes: Uint8Array): string | null => {
    try {
      return strict.decode(bytes)
    } catch {
      return null
    }
  }
  const hold = (bytes: Uint8Array) => {
    heldBytes += bytes.length
    if (heldBytes <= longest) held.push(Buffer.from(bytes))
    else held = []
  }
  const finish = (rest: Uint8Array, isEnded: boolean) => {
    if (heldBytes === 0) return take({ text: decoded(rest), isEnded })
    hold(rest)
    take({ text: heldBytes > longest ? null : decoded(Buffer.concat(held)), isEnded })
    held = []
    heldBytes = 0
  }
  return {
    add: (chunk) => {
      let start = 0
      for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, start)) {
        finish(chunk.subarray(start, at), true)
        start = at + 1
      }
      if (start < chunk.length) hold(chunk.subarray(start))
    },
    end: () => {
      if (heldBytes > 0) finish(new Uint8Array(), false)
    },
  }
}
