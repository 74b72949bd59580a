import type { ByteRange } from '../app/ports/evidence-store.ts'

/** One range from a start; anything else (several, from the end) is read as a wish for the whole, as HTTP allows. */
export function parseRange(header: string | null): ByteRange | null {
  const match = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(header ?? '')
  if (match === null) return null
  const start = Number(match[1])
  return { start, end: match[2] === undefined ? Number.MAX_SAFE_INTEGER : Number(match[2]) + 1 }
}
