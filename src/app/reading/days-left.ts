import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { workingDaysLeft, type Deadline, type WorkingCalendar } from '../../core/kernel/working-days.ts'
import { CALENDAR_JOINT, newestWith } from '../office/count-deadline.ts'

/** How many working days, as of one day. Every span is counted once, however many thousand todos share it. */
export interface DayCounts {
  /**
   * To a deadline, by the calendars that it was counted with, whatever was announced since; only days that those do not reach
   * (long overdue) are looked up in the others. Null where none knows them.
   */
  readonly left: (due: Deadline) => number | null
  /** Since a day; null where one of them is in no calendar. */
  readonly waited: (since: PlainDate) => number | null
}

export function dayCounts(calendars: readonly WorkingCalendar[], today: PlainDate): DayCounts {
  const known = new Map<string, number | null>()
  const once = (key: string, count: () => number | null) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const fresh = count()
    known.set(key, fresh)
    return fresh
  }
  return {
    left: (due) => once(`${due.lastDay} ${due.calendarVersion}`, () => leftTo(calendars, due, today)),
    waited: (since) =>
      once(since, () =>
        workingDaysLeft(since, today < since ? since : today, (day) => newestWith(calendars, day) ?? null),
      ),
  }
}

function leftTo(calendars: readonly WorkingCalendar[], due: Deadline, today: PlainDate): number | null {
  const versions = due.calendarVersion.split(CALENDAR_JOINT)
  const pinned = versions.flatMap((version) => calendars.find((one) => one.version === version) ?? [])
  // Of two that know a day the first decides: that is how the deadline was counted.
  const dayIn = (day: PlainDate) =>
    pinned.find(({ from, to }) => from <= day && day <= to) ?? newestWith(calendars, day) ?? null
  return workingDaysLeft(today, due.lastDay, dayIn)
}
