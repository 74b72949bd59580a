import { accepted, type Outcome } from '../core/kernel/outcome.ts'
import { parsePlainDate, type PlainDate } from '../core/kernel/plain-date.ts'
import type { Clocks } from '../core/scoring/score-sheet.ts'
import { refusedHere } from './problems/http-refusals.ts'

/** The two days of a past sheet; null (as it stands now) where neither is given. One alone would leave the other to a guess. */
export function clocksIn({
  occurredBy,
  knownBy,
}: {
  readonly occurredBy?: PlainDate
  readonly knownBy?: PlainDate
}): Outcome<Clocks | null, 'clocks-wrong'> {
  if (occurredBy === undefined && knownBy === undefined) return accepted(null)
  if (!isDay(occurredBy) || !isDay(knownBy)) return refusedHere('clocks-wrong')
  return accepted({ occurredBy, knownBy })
}

function isDay(text: PlainDate | undefined): text is PlainDate {
  return text !== undefined && parsePlainDate(text) !== null
}
