import type { CalendarStore } from '../../app/ports/calendar-store.ts'
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
  }
}

function calendarOf(row: SqlRow) {
  return calendarOfText(textOf(row, 'version'), textOf(row, 'days'))
}
