import { pngOf } from '../conformance/evidence-samples.ts'

/** What upload number `n` brings: 20 to 150 kB that look like a photo. Every fifth one brings the same file. */
export function evidenceContent(n: number): Uint8Array {
  const seed = n % 5 === 0 ? 0 : n
  const body = Buffer.alloc(20_000 + ((seed * 7919) % 130_000))
  let state = seed + 1
  for (let at = 0; at < body.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    body[at] = state >>> 24
  }
  return Buffer.concat([pngOf(`photo ${seed}`), body])
}

/** Where upload `n` is cut into pieces. */
export function piecesOf(content: Uint8Array, offset: number): Uint8Array[] {
  const parts: Uint8Array[] = []
  for (let at = offset; at < content.length; at += 16_384) parts.push(content.subarray(at, at + 16_384))
  return parts
}
