import { accepted, type Outcome } from '../core/kernel/outcome.ts'
import { refusedHere } from './problems/http-refusals.ts'

/** Where a page goes on, opaque to the client: base64url of what the next page starts after. */
export function cursorOf(place: string | number): string {
  return Buffer.from(String(place), 'utf8').toString('base64url')
}

export function readCursor(cursor: string | undefined): Outcome<string | null, 'cursor-wrong'> {
  if (cursor === undefined) return accepted(null)
  const place = Buffer.from(cursor, 'base64url').toString('utf8')
  return place !== '' && cursorOf(place) === cursor ? accepted(place) : refusedHere('cursor-wrong')
}

/** For lists that go by a number. */
export function readPlace(cursor: string | undefined): Outcome<number | null, 'cursor-wrong'> {
  const read = readCursor(cursor)
  if (!read.ok || read.value === null) return read as Outcome<null, 'cursor-wrong'>
  return /^\d{1,15}$/.test(read.value) ? accepted(Number(read.value)) : refusedHere('cursor-wrong')
}

/** The cursor after a full page; null where the page was not full, so that nothing can follow. */
export function nextAfter<Entry>(
  entries: readonly Entry[],
  limit: number,
  placeOf: (last: Entry) => string | number,
): string | null {
  const last = entries.at(-1)
  return last === undefined || entries.length < limit ? null : cursorOf(placeOf(last))
}

export const USUAL_PAGE = 50
