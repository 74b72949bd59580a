import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Person } from '../ports/person-store.ts'
import type { PeoplePorts } from './people-ports.ts'
import { peopleFull } from './people-quota.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'

/** What becomes of a person (null: stays as is), and what to answer. */
export interface PersonChange<Value> {
  readonly person: Person | null
  readonly value: Value
}

const TRIES = 50

/**
 * Reads the person, decides, and saves over exactly what was read; where somebody was faster, decides again on what is
 * there then. So failures are all counted and a one-time code is taken once, however many ask at the same moment.
 */
export async function changePerson<Value>(
  ports: Pick<PeoplePorts, 'people'>,
  tenantId: TenantId,
  personId: PersonId,
  decide: (person: Person) => PeopleAnswer<PersonChange<Value>>,
): Promise<PeopleAnswer<Value>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await ports.people.person(tenantId, personId)
    if (!found.ok) return found
    if (found.value === null) return refuse('person-unknown')
    const decided = decide(found.value)
    if (!decided.ok) return decided
    const { person, value } = decided.value
    if (person === null) return accepted(value)
    const saved = await ports.people.savePerson(person)
    if (!saved.ok) return saved
    if (saved.value === 'full') return peopleFull(ports, tenantId)
    if (saved.value === 'taken') return refuse('username-taken', person.username)
    if (saved.value === 'saved') return accepted(value)
  }
  return refuse('person-changed')
}
