import type { PeopleStore } from '../../app/ports/people-store.ts'
import { memoryApiTokens } from './memory-api-tokens.ts'
import { memoryCalendars } from './memory-calendars.ts'
import { memoryPersons } from './memory-persons.ts'
import { memorySessions } from './memory-sessions.ts'
import { memoryTenants } from './memory-tenants.ts'

/** People who are forgotten when the program ends: for tests and demonstrations. */
export function memoryPeople(): PeopleStore {
  const tenants = memoryTenants()
  return { ...tenants, ...memoryPersons(tenants), ...memorySessions(), ...memoryApiTokens(), ...memoryCalendars() }
}
