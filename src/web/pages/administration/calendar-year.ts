import { parsePlainDate, weekdayOf, type PlainDate } from '../../../core/kernel/plain-date.ts'

/** What a day is: an ordinary working day, a weekend, a holiday on a weekday, or a weekend day worked in exchange. */
export type DayKind = 'work' | 'weekend' | 'rest' | 'exchange'

export interface CalendarDay {
  readonly day: PlainDate
  readonly kind: DayKind
}

/** The twelve months of a year by 31 places; null for a day that does not exist or that the calendar does not reach. */
export function calendarYear(
  { from, to, restDays, workDays }: Spanned,
  year: number,
): readonly (readonly (CalendarDay | null)[])[] {
  const rest = new Set<string>(restDays)
  const work = new Set<string>(workDays)
  return Array.from({ length: 12 }, (_, month) =>
    Array.from({ length: 31 }, (_, place): CalendarDay | null => {
      const day = parsePlainDate(`${year}-${twoSigns(month + 1)}-${twoSigns(place + 1)}`)
      if (day === null || day < from || day > to) return null
      const kind = work.has(day) ? 'exchange' : rest.has(day) ? 'rest' : weekdayOf(day) > 5 ? 'weekend' : 'work'
      return { day, kind }
    }),
  )
}

export function yearsOf({ from, to }: Pick<Spanned, 'from' | 'to'>): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, place) => first + place)
}

interface Spanned {
  readonly from: string
  readonly to: string
  readonly restDays: readonly string[]
  readonly workDays: readonly string[]
}

function twoSigns(number: number): string {
  return String(number).padStart(2, '0')
}
