import { addDays, weekdayOf, type PlainDate } from '../../core/kernel/plain-date.ts'
import { isWorkingDay, type WorkingCalendar } from '../../core/kernel/working-days.ts'

/** The days that an example's calendar knows, counted the way a clerk counts them: one after the other. */
export interface WorkClock {
  readonly last: PlainDate
  readonly isWorking: (day: PlainDate) => boolean
  /** The `count`-th working day after `day`, itself not counted; null beyond the calendar. */
  readonly after: (day: PlainDate, count: number) => PlainDate | null
  /** Worked although it is a Saturday or Sunday (调休). */
  readonly isExchanged: (day: PlainDate) => boolean
  readonly days: readonly PlainDate[]
}

export function workClock(calendar: WorkingCalendar): WorkClock {
  const days = daysFrom(calendar.from, calendar.to)
  const working = days.filter((day) => isWorkingDay(calendar, day))
  const isWorking = new Set(working)
  const placeOf = new Map(days.map((day, at) => [day, at]))
  const nextWorking = nextWorkingOf(days, isWorking)
  return {
    last: calendar.to,
    days,
    isWorking: (day) => isWorking.has(day),
    isExchanged: (day) => calendar.workDays.has(day),
    after: (day, count) => {
      const at = placeOf.get(day)
      return at === undefined ? null : (working[(nextWorking[at] ?? working.length) + count - 1] ?? null)
    },
  }
}

export function daysFrom(from: PlainDate, to: PlainDate): PlainDate[] {
  const days = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The Monday of the day's week. */
export function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekdayOf(day))
}

/** For each day the place, among the working days, of the first one after it. */
function nextWorkingOf(days: readonly PlainDate[], isWorking: ReadonlySet<PlainDate>): Int32Array {
  const next = new Int32Array(days.length)
  let seen = 0
  for (const [at, day] of days.entries()) {
    if (isWorking.has(day)) seen += 1
    next[at] = seen
  }
  return next
}
