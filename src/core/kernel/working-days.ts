import { accepted, refused, type Outcome } from './outcome.ts'
import { addDays, weekdayOf, type PlainDate } from './plain-date.ts'

/**
 * The days of rest of a span of years, as the State Council announced them: `restDays` are holidays on weekdays,
 * `workDays` are weekend days worked in exchange (调休). `version` names the announcement; a deadline keeps it.
 */
export interface WorkingCalendar {
  readonly version: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly restDays: ReadonlySet<PlainDate>
  readonly workDays: ReadonlySet<PlainDate>
}

/** A last day for something, frozen with the calendar that it was counted with. */
export interface Deadline {
  readonly lastDay: PlainDate
  readonly workingDays: number
  readonly countedFrom: PlainDate
  readonly calendarVersion: string
}

export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  if (calendar.workDays.has(date)) return true
  return weekdayOf(date) <= 5 && !calendar.restDays.has(date)
}

/**
 * The last of `workingDays` working days after `start`; the first day is not counted (民法典 201).
 * Refuses to count over days that the calendar does not know: a year not yet announced is never assumed.
 */
export function deadlineAfter(
  calendar: WorkingCalendar,
  start: PlainDate,
  workingDays: number,
): Outcome<Deadline, 'calendar-unknown'> {
  let day = start
  for (let left = workingDays; left > 0;) {
    day = addDays(day, 1)
    if (day < calendar.from || day > calendar.to)
      return refused(
        'calendar-unknown',
        `日历 ${calendar.version} 只到 ${calendar.to}，不能从 ${start} 起数 ${workingDays} 个工作日；请先导入该年的放假安排`,
      )
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return accepted({ lastDay: day, workingDays, countedFrom: start, calendarVersion: calendar.version })
}

/**
 * The working days after `today` up to `lastDay`: 0 where it is the last day itself. Negative where it has passed, by the working
 * days gone since, at least one. Null where `dayIn` knows no calendar for a day that has to be counted.
 */
export function workingDaysLeft(
  today: PlainDate,
  lastDay: PlainDate,
  dayIn: (day: PlainDate) => WorkingCalendar | null,
): number | null {
  const isLate = today > lastDay
  const [first, last] = isLate ? [lastDay, today] : [today, lastDay]
  let count = 0
  for (let day = first; day < last;) {
    day = addDays(day, 1)
    const calendar = dayIn(day)
    if (calendar === null) return null
    if (isWorkingDay(calendar, day)) count += 1
  }
  return isLate ? -Math.max(count, 1) : count
}

/** The working days from `from` to `to`, both counted; null where the calendar does not know all of them. */
export function workingDaysIn(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): readonly PlainDate[] | null {
  if (from < calendar.from || to > calendar.to) return null
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) days.push(day)
  return days
}
