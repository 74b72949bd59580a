import { accepted } from '../../core/kernel/outcome.ts'
import type { Person } from '../ports/person-store.ts'
import type { Actor } from './actor.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import type { PeopleAnswer } from './people-refusals.ts'
import { requireMay } from './require-may.ts'
import { isLocked } from './lockout.ts'
import { hasSecondFactor } from './standing.ts'

/** What an administrator or auditor sees of a person: nothing secret. */
export interface PersonView extends Pick<
  Person,
  'personId' | 'username' | 'name' | 'roles' | 'centerId' | 'email' | 'state' | 'revision'
> {
  readonly isLocked: boolean
  readonly hasPassword: boolean
  readonly mustChangePassword: boolean
  readonly hasSecondFactor: boolean
  readonly hasSignOn: boolean
}

const MOST = 200

/** By username, those after the given one (null: from the first), at most 200. */
export async function listPeople(
  ports: PeoplePorts,
  actor: Actor,
  after: string | null,
  limit: number,
  trace: Trace,
): Promise<PeopleAnswer<readonly PersonView[]>> {
  const allowed = await requireMay(ports, actor, 'person.read', trace)
  if (!allowed.ok) return allowed
  const page = await ports.people.people(actor.tenantId, after, Math.min(limit, MOST))
  if (!page.ok) return page
  return accepted(page.value.map((person) => viewPerson(ports, person)))
}

function viewPerson(ports: Pick<PeoplePorts, 'clock'>, person: Person): PersonView {
  const { personId, username, name, roles, centerId, email, state, revision } = person
  return {
    personId,
    username,
    name,
    roles,
    centerId,
    email,
    state,
    revision,
    isLocked: isLocked(person, ports.clock.now()),
    hasPassword: person.password !== null,
    mustChangePassword: person.password?.mustChange ?? false,
    hasSecondFactor: hasSecondFactor(person),
    hasSignOn: person.signOns.length > 0,
  }
}
