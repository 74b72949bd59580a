import type { ActingRefusal } from '../office/acting-refusals.ts'
import { actingRefusal } from '../office/acting-refusals.ts'

/**
 * Whether what was asked for can stand in a ledger, whose digests allow whole numbers and whole characters only; `null`
 * where it can. Whoever calls has checked the shape; this is about what a shape does not say.
 */
export function checkRequest(value: unknown, place: string): ActingRefusal | null {
  if (typeof value === 'string') return UNKEPT.test(value) ? actingRefusal('text-broken', place) : null
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : actingRefusal('number-not-whole', place, value)
  if (typeof value !== 'object' || value === null) return null
  for (const [key, held] of Object.entries(value)) {
    const refused = checkRequest(held, Array.isArray(value) ? `${place} 第 ${Number(key) + 1} 项` : key)
    if (refused) return refused
  }
  return null
}

/** Half of a character; and U+0000, which not every database can hold. */
const UNKEPT = /[\p{Cs}\0]/u
