import type { CalendarStore } from '../../app/ports/calendar-store.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import { textOf, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'
import { calendarOfText, calendarText } from './calendar-text.ts'

const INSERT = command(
  `INSERT INTO calendar (tenant_id, version, first_day, days) VALUES (?, ?, ?, ?)
   ON CONFLICT (tenant_id, version) DO NOTHING`,
)
const DAYS = query('SELECT days FROM calendar WHERE tenant_id = ? AND version = ?', (row) => textOf(row, 'days'))
const ONE = query('SELECT version, days FROM calendar WHERE tenant_id = ? AND version = ?', calendarOf)
const ALL = query('SELECT version, days FROM calendar WHERE tenant_id = ? ORDER BY first_day, version', calendarOf)
const VERSIONS = query('SELECT tenant_id, version FROM calendar ORDER BY tenant_id, first_day, version', (row) => ({
  tenantId: id<TenantId>(textOf(row, 'tenant_id')),
  version: textOf(row, 'version'),
}))

export function sqlCalendars(database: SqlDatabase): CalendarStore {
  return {
    // A calendar that is there stays as it is, so the two statements need no transaction.
    addCalendar: async (tenantId, calendar) =>
      database.ask(async (sql) => {
        const days = calendarText(calendar)
        if ((await sql.run(INSERT, tenantId, calendar.version, calendar.from, days)) === 1) return 'added'
        return (await sql.get(DAYS, tenantId, calendar.version)) === days ? 'same' : 'differs'
      }),
    calendar: async (tenantId, version) => database.ask((sql) => sql.get(ONE, tenantId, version)),
    calendars: async (tenantId) => database.ask((sql) => sql.all(ALL, tenantId)),
    calendarVersions: async () =>
      database.ask(async (sql) => {
        const versions = new Map<TenantId, string[]>()
        for (const { tenantId, version } of await sql.all(VERSIONS))
          versions.set(tenantId, [...(versions.get(tenantId) ?? []), version])
        return versions
      }),
  }
}

function calendarOf(row: SqlRow) {
  return calendarOfText(textOf(row, 'version'), textOf(row, 'days'))
}
