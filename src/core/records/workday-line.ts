import { accepted, refused, type Outcome } from '../kernel/outcome.ts'
import { addDays, type PlainDate } from '../kernel/plain-date.ts'
import { isWorkingDay, type WorkingCalendar } from '../kernel/working-days.ts'

/**
 * Working days as whole numbers, so that a deadline is a subtraction. `start` is how many working days there were up to and
 * with the day, `stop` is `start` of the first working day on or after it; for n of 1 or more `stop(b) - start(a) > n` exactly
 * where `b` is later than the n-th working day after `a`, the first day not counted (民法典 201). `stop(b) > stop(a)` exactly
 * where `b` is later than a last day `a`, which moves to the next working day where it is one of rest (203).
 */
export interface WorkdayLine {
  /** The calendars that it was counted with, in order. */
  readonly version: string
  /** The day before it is 0. Two lines with one anchor give a day the same numbers, wherever they begin and end. */
  readonly anchor: PlainDate
  readonly from: PlainDate
  readonly to: PlainDate
  readonly days: readonly WorkdayOrdinals[]
}

export interface WorkdayOrdinals {
  readonly day: PlainDate
  readonly isWorkingDay: boolean
  readonly start: number
  readonly stop: number
}

/**
 * The line through adjoining calendars, counted from `anchor` (the day before it is 0), so that a calendar added later or
 * earlier moves no number. Refuses calendars that overlap or leave a gap, and an anchor that none of them knows.
 */
export function workdayLine(
  calendars: readonly WorkingCalendar[],
  anchor: PlainDate,
): Outcome<WorkdayLine, 'calendar-unknown' | 'calendars-apart'> {
  const inOrder = calendars.toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const [first] = inOrder
  const last = inOrder.at(-1)
  if (!first || !last || anchor < first.from || anchor > last.to)
    return refused('calendar-unknown', `没有包含 ${anchor} 的日历，数不出工作日；请先导入该年的放假安排`)
  const apart = inOrder.find((calendar, at) => at > 0 && calendar.from !== addDays(inOrder[at - 1]?.to ?? anchor, 1))
  if (apart)
    return refused(
      'calendars-apart',
      `日历 ${apart.version} 从 ${apart.from} 起，与前一份不相接；请补上中间的年份，或删去重复的`,
    )
  const days = inOrder.flatMap(daysOf)
  const before = days.filter(({ day, isWorking }) => day < anchor && isWorking).length
  let count = -before
  const ordinals = days.map(({ day, isWorking }): WorkdayOrdinals => {
    if (isWorking) count += 1
    return { day, isWorkingDay: isWorking, start: count, stop: isWorking ? count : count + 1 }
  })
  return accepted({
    version: inOrder.map(({ version }) => version).join('；'),
    anchor,
    from: first.from,
    to: last.to,
    days: ordinals,
  })
}

function daysOf(calendar: WorkingCalendar): { readonly day: PlainDate; readonly isWorking: boolean }[] {
  const days = []
  for (let day = calendar.from; day <= calendar.to; day = addDays(day, 1))
    days.push({ day, isWorking: isWorkingDay(calendar, day) })
  return days
}
