import { accepted } from '../../core/kernel/outcome.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'

/** Newest first, before a place; `next` is the place to go on from, null at the end. */
export interface Page {
  readonly before: number | null
  readonly limit: number
}

export interface Paged<Entry> {
  readonly entries: readonly Entry[]
  readonly next: number | null
}

const MOST = 500

export function checkPage({ limit }: Page): Acting<null> {
  return Number.isSafeInteger(limit) && limit >= 1 && limit <= MOST ? accepted(null) : refusedActing('page-wrong', MOST)
}

/** `newestFirst` is walked only as far as the page needs. */
export function paged<Entry>(
  newestFirst: Iterable<Entry>,
  placeOf: (entry: Entry) => number,
  { before, limit }: Page,
): Paged<Entry> {
  const entries: Entry[] = []
  for (const entry of newestFirst) {
    if (before !== null && placeOf(entry) >= before) continue
    const last = entries.at(-1)
    if (last !== undefined && entries.length === limit) return { entries, next: placeOf(last) }
    entries.push(entry)
  }
  return { entries, next: null }
}
