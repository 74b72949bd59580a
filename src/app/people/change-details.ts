import type { PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from './actor.ts'
import { managePerson } from './manage-person.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import type { PeopleAnswer } from './people-refusals.ts'
import { checkDetails, type PersonDetails } from './person-details.ts'

export async function changeDetails(
  ports: PeoplePorts,
  actor: Actor,
  personId: PersonId,
  given: PersonDetails,
  trace: Trace,
): Promise<PeopleAnswer<null>> {
  const details = checkDetails(given)
  if (!details.ok) return details
  const changed = await managePerson(
    ports,
    actor,
    personId,
    {
      action: 'person-change',
      mayBeSelf: true,
      endsSessions: false,
      change: (person) => ({ ...person, ...details.value }),
    },
    trace,
  )
  return changed.ok ? accepted(null) : changed
}
