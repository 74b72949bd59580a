import type { CalendarStore } from '../../app/ports/calendar-store.ts'
import { transaction, type Database } from '../sqlite/open-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { textOf, type SqlRow } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { calendarOfText, calendarText } from './calendar-text.ts'

export function sqliteCalendars(database: Database): CalendarStore {
  const insert = prepare(
    database,
    `INSERT INTO calendar (tenant_id, version, first_day, days) VALUES (?, ?, ?, ?)
     ON CONFLICT (tenant_id, version) DO NOTHING`,
  )
  const daysOf = prepare(database, 'SELECT days FROM calendar WHERE tenant_id = ? AND version = ?', (row) =>
    textOf(row, 'days'),
  )
  const one = prepare(database, 'SELECT version, days FROM calendar WHERE tenant_id = ? AND version = ?', calendarOf)
  const all = prepare(
    database,
    'SELECT version, days FROM calendar WHERE tenant_id = ? ORDER BY first_day, version',
    calendarOf,
  )
  return {
    addCalendar: async (tenantId, calendar) =>
      guarded(database.path, () =>
        transaction(database, () => {
          const days = calendarText(calendar)
          if (insert.run(tenantId, calendar.version, calendar.from, days) === 1) return 'added'
          return daysOf.get(tenantId, calendar.version) === days ? 'same' : 'differs'
        }),
      ),
    calendar: async (tenantId, version) => guarded(database.path, () => one.get(tenantId, version)),
    calendars: async (tenantId) => guarded(database.path, () => all.all(tenantId)),
  }
}

function calendarOf(row: SqlRow) {
  return calendarOfText(textOf(row, 'version'), textOf(row, 'days'))
}
