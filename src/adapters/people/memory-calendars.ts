import type { CalendarStore } from '../../app/ports/calendar-store.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { calendarText } from './calendar-text.ts'

export function memoryCalendars(): CalendarStore {
  const calendars = new Map<string, WorkingCalendar>()
  return {
    addCalendar: async (tenantId, calendar) => {
      const key = keyOf(tenantId, calendar.version)
      const there = calendars.get(key)
      if (there !== undefined) return accepted(calendarText(there) === calendarText(calendar) ? 'same' : 'differs')
      calendars.set(key, calendar)
      return accepted('added')
    },
    calendar: async (tenantId, version) => accepted(calendars.get(keyOf(tenantId, version)) ?? null),
    calendars: async (tenantId) =>
      accepted(
        [...calendars]
          .filter(([key]) => key.startsWith(keyOf(tenantId, '')))
          .map(([, calendar]) => calendar)
          .sort((a, b) => (a.from + a.version < b.from + b.version ? -1 : 1)),
      ),
  }
}

/** An id holds no white space. */
function keyOf(tenantId: string, version: string): string {
  return `${tenantId} ${version}`
}
