import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { isWorkingDay, type WorkingCalendar } from '../../core/kernel/working-days.ts'
import type { Answered } from '../client/call.ts'

/** As the core reads them. */
export function workingCalendars({ calendars }: Answered<'listCalendars'>): readonly WorkingCalendar[] {
  return calendars.map(({ restDays, workDays, ...rest }) => ({
    ...rest,
    restDays: new Set(restDays),
    workDays: new Set(workDays),
  }))
}

/** The calendar that a deadline was counted with; where that is not held, one that knows the day; null where none does. */
export function calendarFor(
  calendars: readonly WorkingCalendar[],
  day: PlainDate,
  version: string | null = null,
): WorkingCalendar | null {
  const knows = (one: WorkingCalendar) => one.from <= day && day <= one.to
  return calendars.find((one) => one.version === version && knows(one)) ?? calendars.findLast(knows) ?? null
}

/** Working days after `today` up to `lastDay`, negative where it has passed; null where no calendar knows the days. */
export function workingDaysTo(
  calendars: readonly WorkingCalendar[],
  today: PlainDate,
  lastDay: PlainDate,
): number | null {
  const calendar = calendarFor(calendars, lastDay)
  if (calendar === null) return null
  const [first, last] = today <= lastDay ? [today, lastDay] : [lastDay, today]
  let days = 0
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) days += 1
  return today <= lastDay ? days : -days
}
