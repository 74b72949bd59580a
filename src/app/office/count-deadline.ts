import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { deadlineAfter, workingDaysIn, type Deadline, type WorkingCalendar } from '../../core/kernel/working-days.ts'

/**
 * The deadline so many working days after `start`, counted with as few of the tenant's calendars as reach it: its
 * `calendarVersion` names those and no other. Where several know a day the newest version decides. A day that none
 * knows is refused, never assumed.
 */
export function countDeadline(
  calendars: readonly WorkingCalendar[],
  start: PlainDate,
  workingDays: number,
): Outcome<Deadline, 'calendar-unknown'> {
  let calendar = newestWith(calendars, addDays(start, 1))
  if (!calendar)
    return refused('calendar-unknown', `没有 ${addDays(start, 1)} 起的放假安排，数不出工作日；请先导入该年的放假安排`)
  for (;;) {
    const deadline = deadlineAfter(calendar, start, workingDays)
    if (deadline.ok) return deadline
    const next = newestWith(calendars, addDays(calendar.to, 1))
    if (!next) return deadline
    calendar = joined(calendar, next)
  }
}

/** The working days from `from` to `to`, both counted, by as few calendars as know all of them. */
export function workingDaysOver(
  calendars: readonly WorkingCalendar[],
  from: PlainDate,
  to: PlainDate,
): Outcome<{ readonly calendarVersion: string; readonly days: readonly PlainDate[] }, 'calendar-unknown'> {
  let calendar = newestWith(calendars, from)
  while (calendar !== undefined && calendar.to < to) {
    const next = newestWith(calendars, addDays(calendar.to, 1))
    calendar = next === undefined ? undefined : joined(calendar, next)
  }
  const days = calendar === undefined ? null : workingDaysIn(calendar, from, to)
  return calendar === undefined || days === null
    ? refused(
        'calendar-unknown',
        `没有 ${from} 至 ${to} 全部日子的放假安排，不知道哪些是工作日；请先导入该年的放假安排`,
      )
    : accepted({ calendarVersion: calendar.version, days })
}

/** The calendar that a deadline names as `calendarVersion`, joined of its parts where it names several; null where one is not held. */
export function calendarOfVersion(calendars: readonly WorkingCalendar[], version: string): WorkingCalendar | null {
  const held = (name: string) => calendars.find((one) => one.version === name) ?? null
  const [first = null, ...later] = held(version) === null ? version.split(CALENDAR_JOINT).map(held) : [held(version)]
  return later.reduce((before, next) => (before === null || next === null ? null : joined(before, next)), first)
}

/** Calendars are given in the order of their versions. */
export function newestWith(calendars: readonly WorkingCalendar[], day: PlainDate): WorkingCalendar | undefined {
  return calendars.findLast(({ from, to }) => from <= day && day <= to)
}

/** Up to `first.to` the first decides, after it the second. */
function joined(first: WorkingCalendar, second: WorkingCalendar): WorkingCalendar {
  const later = (days: ReadonlySet<PlainDate>) => [...days].filter((day) => day > first.to)
  return {
    version: `${first.version}${CALENDAR_JOINT}${second.version}`,
    from: first.from,
    to: second.to,
    restDays: new Set([...first.restDays, ...later(second.restDays)]),
    workDays: new Set([...first.workDays, ...later(second.workDays)]),
  }
}

/** Between the versions of the calendars that one deadline was counted with. */
export const CALENDAR_JOINT = '；'
