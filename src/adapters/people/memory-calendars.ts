import type { CalendarStore } from '../../app/ports/calendar-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import { calendarText } from './calendar-text.ts'

export function memoryCalendars(): CalendarStore {
  const tenants = new Map<TenantId, Map<string, WorkingCalendar>>()
  const inOrder = (tenantId: TenantId) =>
    [...(tenants.get(tenantId)?.values() ?? [])].sort((a, b) => (a.from + a.version < b.from + b.version ? -1 : 1))
  return {
    addCalendar: async (tenantId, calendar) => {
      const own = tenants.get(tenantId) ?? new Map<string, WorkingCalendar>()
      const there = own.get(calendar.version)
      if (there !== undefined) return accepted(calendarText(there) === calendarText(calendar) ? 'same' : 'differs')
      tenants.set(tenantId, own.set(calendar.version, calendar))
      return accepted('added')
    },
    calendar: async (tenantId, version) => accepted(tenants.get(tenantId)?.get(version) ?? null),
    calendars: async (tenantId) => accepted(inOrder(tenantId)),
    calendarVersions: async () =>
      accepted(
        new Map([...tenants.keys()].map((tenantId) => [tenantId, inOrder(tenantId).map(({ version }) => version)])),
      ),
  }
}
