import type { PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Person } from '../ports/person-store.ts'
import type { Actor } from './actor.ts'
import { managePerson } from './manage-person.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import type { PeopleAnswer } from './people-refusals.ts'

/** Nobody is removed: ledgers name their people for years. Who left is disabled, and can come back. */
export async function setPersonState(
  ports: PeoplePorts,
  actor: Actor,
  personId: PersonId,
  state: Person['state'],
  trace: Trace,
): Promise<PeopleAnswer<null>> {
  const action = state === 'active' ? 'person-enable' : 'person-disable'
  const changed = await managePerson(
    ports,
    actor,
    personId,
    { action, mayBeSelf: false, endsSessions: true, change: (person) => ({ ...person, state }) },
    trace,
  )
  return changed.ok ? accepted(null) : changed
}
