import { parsePlainDate, type PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Clocks } from '../../../core/scoring/score-sheet.ts'

/** What a sheet's address says of how it is looked at: `?occurredBy=…&knownBy=…&since=…`. Null: as it stands, beside nothing. */
export interface SheetLook {
  readonly occurredBy: PlainDate | null
  readonly knownBy: PlainDate | null
  /** The day whose sheet stands beside it, or the sheet that was sealed. */
  readonly since: PlainDate | 'sealed' | null
}

export function lookIn(search: URLSearchParams): SheetLook {
  const since = search.get('since')
  return {
    occurredBy: dayIn(search, 'occurredBy'),
    knownBy: dayIn(search, 'knownBy'),
    since: since === 'sealed' ? 'sealed' : dayIn(search, 'since'),
  }
}

/** With the question mark; empty where nothing is asked. */
export function searchOf(look: SheetLook): string {
  const search = new URLSearchParams()
  for (const name of ['occurredBy', 'knownBy', 'since'] as const) {
    const value = look[name]
    if (value !== null) search.set(name, value)
  }
  return search.size === 0 ? '' : `?${search.toString()}`
}

/** Both days, or neither: a day that the address leaves out is today. */
export function clocksOf({ occurredBy, knownBy }: SheetLook, today: PlainDate): Clocks | null {
  if (occurredBy === null && knownBy === null) return null
  return { occurredBy: occurredBy ?? today, knownBy: knownBy ?? today }
}

/** Of `#3.5.1`, `#clause-3.5.1` or `#section-3` what they name; empty for none. */
export function placeIn(hash: string): string {
  return decodeURIComponent(hash.replace(/^#/, '')).replace(/^(?:section|criterion|clause)-/, '')
}

function dayIn(search: URLSearchParams, name: string): PlainDate | null {
  return parsePlainDate(search.get(name) ?? '')
}
