import { addDays, weekdayOf, type PlainDate } from '../../core/kernel/plain-date.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import type { Actor } from './actor.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { requireMay } from './require-may.ts'

/** As announced by the State Council. Adding the very same again is no failure; `isNew` tells. */
export async function addCalendar(
  ports: PeoplePorts,
  actor: Actor,
  calendar: WorkingCalendar,
  trace: Trace,
): Promise<PeopleAnswer<{ readonly isNew: boolean }>> {
  const allowed = await requireMay(ports, actor, 'calendar.manage', trace)
  if (!allowed.ok) return allowed
  const fault = calendarFault(calendar)
  if (fault !== null) return refuse('calendar-wrong', fault)
  const { tenantId, personId } = actor
  const { version } = calendar
  const added = await ports.people.addCalendar(tenantId, calendar)
  if (!added.ok) return added
  if (added.value === 'differs') return refuse('calendar-differs', version)
  const subject = version
  const recorded = await recordAccess(
    ports,
    { tenantId, personId, action: 'calendar.manage', result: 'done', subject },
    trace,
  )
  return recorded.ok ? accepted({ isNew: added.value === 'added' }) : recorded
}

const MOST_DAYS = 3_700

/** The first thing wrong with it, as part of a sentence; null where nothing is. */
function calendarFault({ version, from, to, restDays, workDays }: WorkingCalendar): string | null {
  if (!/^[^\s\p{Cc}]{1,50}$/u.test(version)) return '版本名须为 1 至 50 个字，不含空格'
  if (from > to) return `起止日期 ${from} 至 ${to} 前后颠倒`
  if (addDays(from, MOST_DAYS) < to) return `${from} 至 ${to} 超过十年`
  const outside = [...restDays, ...workDays].find((day) => day < from || day > to)
  if (outside !== undefined) return `${outside} 不在 ${from} 至 ${to} 之内`
  const both = [...restDays].find((day) => workDays.has(day))
  if (both !== undefined) return `${both} 既列为休息又列为上班`
  const weekday = [...workDays].find((day) => !isWeekend(day))
  if (weekday !== undefined) return `${weekday} 不是周六、周日，不需要列为调休上班`
  return null
}

function isWeekend(day: PlainDate): boolean {
  return weekdayOf(day) > 5
}
