/**
 * Whether `text` is what `canonicalJson` would write of `value`, which was parsed from it: no white space, keys in order,
 * none twice, whole numbers, no half characters. So no two texts mean the same, and each byte of one matters. Faster than
 * writing it anew. Keys that are numbers, which no record has, are never canonical here.
 */
export function isCanonical(text: string, value: unknown): boolean {
  return isOrdered(value, DEEPEST) && JSON.stringify(value) === text
}

/** Deeper nesting than any record has would only serve to exhaust the stack. */
const DEEPEST = 64

function isOrdered(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !/\p{Cs}/u.test(value)
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  if (Array.isArray(value)) return value.every((entry) => isOrdered(entry, depth - 1))
  let before: string | null = null
  for (const [key, held] of Object.entries(value)) {
    if ((before !== null && before >= key) || /\p{Cs}/u.test(key) || !isOrdered(held, depth - 1)) return false
    before = key
  }
  return true
}
