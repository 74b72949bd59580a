/**
 * Whether `text` is what `canonicalJson` would write of `value`, which was parsed from it: no white space, keys in order,
 * none twice, whole numbers, no half characters. So no two texts mean the same, and each byte of one matters. Faster than
 * writing it anew. Keys that are numbers, which no record has, are never canonical here.
 */
export function isCanonical(text: string, value: unknown): boolean {
  // Only an escape can stand for half a character in a text that is UTF-8; most have none, and need no look at each string.
  const isHalved = text.includes('\\ud')
  return isOrdered(value, DEEPEST, isHalved) && JSON.stringify(value) === text
}

/** Deeper nesting than any record has would only serve to exhaust the stack. */
const DEEPEST = 64

function isOrdered(value: unknown, depth: number, isHalved: boolean): boolean {
  if (typeof value === 'string') return !isHalved || isWhole(value)
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  if (Array.isArray(value)) return value.every((entry) => isOrdered(entry, depth - 1, isHalved))
  const record = value as Readonly<Record<string, unknown>>
  let before: string | null = null
  for (const key of Object.keys(record)) {
    if (before !== null && before >= key) return false
    if ((isHalved && !isWhole(key)) || !isOrdered(record[key], depth - 1, isHalved)) return false
    before = key
  }
  return true
}

function isWhole(text: string): boolean {
  return !/\p{Cs}/u.test(text)
}
