import { refused, type Outcome } from '../../core/kernel/outcome.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import { workdayLine, type WorkdayLine } from '../../core/records/workday-line.ts'
import { newestWith } from '../office/count-deadline.ts'

/**
 * The line of working days through a district's calendars: where several know a day the newest version decides, and where
 * years are missing in between, the run of years that holds `anchor`. Before anything is held there is no anchor: then the
 * latest run, from its first day.
 */
export function workdaysOf(
  calendars: readonly WorkingCalendar[],
  anchor: PlainDate | null,
): Outcome<WorkdayLine, 'calendar-unknown' | 'calendars-apart'> {
  const runs = runsOf(calendars)
  const run = anchor === null ? runs.at(-1) : runs.find((one) => isWithin(one, anchor))
  const first = run?.[0]
  if (run === undefined || first === undefined)
    return refused('calendar-unknown', '没有可用的日历，数不出工作日；请管理员先导入记录所在年份的放假安排')
  return workdayLine(run, anchor ?? first.from)
}

/** Calendars that adjoin, each cut to the days on which it decides. */
function runsOf(calendars: readonly WorkingCalendar[]): readonly (readonly WorkingCalendar[])[] {
  const runs: WorkingCalendar[][] = []
  const bounds = [...new Set(calendars.flatMap(({ from, to }) => [from, addDays(to, 1)]))].toSorted()
  for (const [at, from] of bounds.slice(0, -1).entries()) {
    const to = addDays(bounds[at + 1] ?? from, -1)
    const calendar = newestWith(calendars, from)
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (calendar === undefined) continue
    if (run === undefined || last === undefined || addDays(last.to, 1) !== from) runs.push([{ ...calendar, from, to }])
    else if (last.version === calendar.version) run[run.length - 1] = { ...last, to }
    else run.push({ ...calendar, from, to })
  }
  return runs
}

function isWithin(run: readonly WorkingCalendar[], day: PlainDate): boolean {
  return run.some(({ from, to }) => from <= day && day <= to)
}
