import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import type { Stored } from './store-fault.ts'

/** Working calendars by their version. Immutable once stored: deadlines were counted with them. */
export interface CalendarStore {
  /** `same` where this very calendar is there already, `differs` where another bears its version. */
  readonly addCalendar: (tenantId: TenantId, calendar: WorkingCalendar) => Promise<Stored<'added' | 'same' | 'differs'>>
  readonly calendar: (tenantId: TenantId, version: string) => Promise<Stored<WorkingCalendar | null>>
  /** By their first day, then version. */
  readonly calendars: (tenantId: TenantId) => Promise<Stored<readonly WorkingCalendar[]>>
  /** Of all tenants that have any, in the same order: so that nobody asks each of thousands whether it has a new one. */
  readonly calendarVersions: () => Promise<Stored<ReadonlyMap<TenantId, readonly string[]>>>
}
