import { createInflate } from 'node:zlib'
import { DOCUMENT_LIMITS } from '../document-limits.ts'

/**
 * Whether what a PDF draws and says inflates to more than a document may. Asked before it is opened, because the reader
 * inflates a page whole, whatever its size. Pictures do not count: none is ever unpacked.
 */
export async function isSwollen(bytes: Uint8Array, limit = DOCUMENT_LIMITS.inflatedBytes): Promise<boolean> {
  let left = limit
  for (const stream of deflatedStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    left -= await inflatedLength(stream, left)
    if (left < 0) return true
  }
  return false
}

/** How far back from a stream what is said of it may begin. */
const LONGEST_WORDS = 4096

function* deflatedStreams(file: Buffer): Generator<Buffer> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const words = file.toString('latin1', Math.max(0, at - LONGEST_WORDS), at)
    if (words.endsWith('end')) continue
    const said = words.slice(words.lastIndexOf(' obj'))
    const end = file.indexOf('endstream', at)
    if (!/\/Fl(?:ateDecode)?\b/u.test(said) || /\/Subtype\s*\/Image/u.test(said)) continue
    yield file.subarray(at + 6, end < 0 ? file.length : end)
  }
}

/** Up to a little more than `most`. What is not deflated after all, as what is encrypted, has no length: the reader will say what it is. */
async function inflatedLength(stream: Buffer, most: number): Promise<number> {
  const start = stream.findIndex((byte) => byte !== 0x0d && byte !== 0x0a)
  const inflate = createInflate()
  let length = 0
  inflate.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > most) inflate.destroy()
  })
  inflate.on('error', () => {})
  inflate.end(stream.subarray(Math.max(0, start)))
  await new Promise((resolve) => inflate.once('close', resolve))
  return length
}
