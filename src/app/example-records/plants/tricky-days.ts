import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { World } from '../world.ts'

/** Days from which a limit of working days ends where people count wrong. */
export interface TrickyDays {
  /** The last day is a Saturday or Sunday that was worked in exchange. */
  readonly endsOnExchanged: readonly PlainDate[]
  /** The last day lies farthest away: a long holiday is between. */
  readonly longest: readonly PlainDate[]
  /** The last day is followed by a day of rest. */
  readonly beforeRest: readonly PlainDate[]
}

export function trickyDays({ clock, days, asOf }: World, limit: number): TrickyDays {
  const placeOf = new Map(clock.days.map((day, place) => [day, place]))
  const ends = days.flatMap((day) => {
    const end = clock.after(day, limit)
    const next = end && clock.days[(placeOf.get(end) ?? 0) + 1]
    if (end === null || !next || next > asOf) return []
    return [{ day, end, next, length: (placeOf.get(end) ?? 0) - (placeOf.get(day) ?? 0) }]
  })
  const longest = ends.reduce((most, { length }) => Math.max(most, length), 0)
  return {
    endsOnExchanged: ends.filter(({ end }) => clock.isExchanged(end)).map(({ day }) => day),
    longest: ends.filter(({ length }) => length >= longest - 1).map(({ day }) => day),
    beforeRest: ends.filter(({ next }) => !clock.isWorking(next)).map(({ day }) => day),
  }
}
