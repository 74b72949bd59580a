import { accepted, type Outcome } from '../core/kernel/outcome.ts'
import { hasDoubledName } from './has-doubled-name.ts'
import { refusedHere } from './problems/http-refusals.ts'

/** JSON in UTF-8; an empty body is none. Refuses what has no one meaning: broken UTF-8, half a surrogate pair, a name twice. */
export function parseJsonBody(bytes: Uint8Array): Outcome<unknown, 'body-not-json'> {
  if (bytes.length === 0) return accepted(undefined)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    return isWhole(value, 0) && !hasDoubledName(text) ? accepted(value) : refusedHere('body-not-json')
  } catch {
    return refusedHere('body-not-json')
  }
}

/** No schema is nested deeper. */
const DEEPEST = 40

function isWhole(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !/\p{Cs}/u.test(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth === DEEPEST) return false
  if (Array.isArray(value)) return value.every((part) => isWhole(part, depth + 1))
  return Object.entries(value).every(
    ([name, part]) => name !== '__proto__' && !/\p{Cs}/u.test(name) && isWhole(part, depth + 1),
  )
}
