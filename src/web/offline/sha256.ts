/**
 * SHA-256 (FIPS 180-4) where the browser has none: `crypto.subtle` is missing on plain HTTP on a bare address, and a photo
 * whose digest nobody took at capture could not be confirmed later.
 */
export function sha256(content: Uint8Array): string {
  const hash = Uint32Array.from(FIRST)
  const words = new Uint32Array(64)
  const padded = padding(content.length)
  const tail = new Uint8Array((content.length % 64) + padded.length)
  tail.set(content.subarray(content.length - (content.length % 64)))
  tail.set(padded, content.length % 64)
  for (let at = 0; at + 64 <= content.length; at += 64) mix(hash, words, content, at)
  for (let at = 0; at < tail.length; at += 64) mix(hash, words, tail, at)
  return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('')
}

function padding(length: number): Uint8Array {
  const rest = (length + 9) % 64
  const bytes = new Uint8Array(9 + (rest === 0 ? 0 : 64 - rest))
  bytes[0] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 8, Math.floor(length / 0x2000_0000))
  view.setUint32(bytes.length - 4, (length << 3) >>> 0)
  return bytes
}

function mix(hash: Uint32Array, words: Uint32Array, content: Uint8Array, at: number): void {
  const view = new DataView(content.buffer, content.byteOffset + at, 64)
  for (let place = 0; place < 16; place += 1) words[place] = view.getUint32(place * 4)
  for (let place = 16; place < 64; place += 1) {
    const [early, late] = [words[place - 15] ?? 0, words[place - 2] ?? 0]
    const first = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const second = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words[place] = (words[place - 16] ?? 0) + first + (words[place - 7] ?? 0) + second
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let place = 0; place < 64; place += 1) {
    const choice = (e & f) ^ (~e & g)
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (ROUND[place] ?? 0) + (words[place] ?? 0)) | 0
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  for (const [place, word] of [a, b, c, d, e, f, g, h].entries()) hash[place] = (hash[place] ?? 0) + word
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The first 32 bits of what follows the point in the roots of the first primes. */
function fractions(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return Uint32Array.from(primes, (prime) => (root(prime) % 1) * 0x1_0000_0000)
}

const FIRST = fractions(8, Math.sqrt)
const ROUND = fractions(64, Math.cbrt)
