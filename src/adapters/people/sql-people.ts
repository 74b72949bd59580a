import type { PeopleStore } from '../../app/ports/people-store.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { openCheckedSqliteSql } from '../sqlite/sqlite-sql.ts'
import { PEOPLE_MIGRATIONS } from './people-migrations.ts'
import { sqlApiTokens } from './sql-api-tokens.ts'
import { sqlCalendars } from './sql-calendars.ts'
import { sqlPersons } from './sql-persons.ts'
import { sqlSessions } from './sql-sessions.ts'
import { sqlTenants } from './sql-tenants.ts'

/** People in one SQLite file, read whole and checked when it is opened. Several programs may have it open. */
export function openSqlitePeople(path: string): Stored<PeopleStore & { readonly close: () => Promise<void> }> {
  const opened = openCheckedSqliteSql(path, PEOPLE_MIGRATIONS)
  if (!opened.ok) return opened
  return accepted({ ...sqlPeople(opened.value), close: opened.value.close })
}

export function sqlPeople(database: SqlDatabase): PeopleStore {
  return {
    ...sqlTenants(database),
    ...sqlPersons(database),
    ...sqlSessions(database),
    ...sqlApiTokens(database),
    ...sqlCalendars(database),
  }
}
