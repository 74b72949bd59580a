import type { PeopleStore } from '../../app/ports/people-store.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { checkDatabase, openDatabase } from '../sqlite/open-database.ts'
import { PEOPLE_MIGRATIONS } from './people-migrations.ts'
import { sqliteApiTokens } from './sqlite-api-tokens.ts'
import { sqliteCalendars } from './sqlite-calendars.ts'
import { sqlitePersons } from './sqlite-persons.ts'
import { sqliteSessions } from './sqlite-sessions.ts'
import { sqliteTenants } from './sqlite-tenants.ts'

/** People in one SQLite file, read whole and checked when it is opened. Several programs may have it open. */
export function openSqlitePeople(path: string): Stored<PeopleStore & { readonly close: () => void }> {
  const opened = openDatabase(path, PEOPLE_MIGRATIONS)
  if (!opened.ok) return opened
  const database = opened.value
  const checked = checkDatabase(database)
  if (!checked.ok) {
    database.close()
    return checked
  }
  return accepted({
    ...sqliteTenants(database),
    ...sqlitePersons(database),
    ...sqliteSessions(database),
    ...sqliteApiTokens(database),
    ...sqliteCalendars(database),
    close: database.close,
  })
}
