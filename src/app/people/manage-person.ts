import type { PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Person } from '../ports/person-store.ts'
import type { Actor } from './actor.ts'
import { changePerson } from './change-person.ts'
import { hasAnotherAdministrator } from './has-another-administrator.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess, type AccessAction } from './record-access.ts'
import { requireMay } from './require-may.ts'

/**
 * What an administrator changes about a person: allowed, applied, the person's sessions ended where rights may have
 * changed, and written down. A district never loses its last administrator this way.
 */
export async function managePerson(
  ports: PeoplePorts,
  actor: Actor,
  personId: PersonId,
  how: {
    readonly action: AccessAction
    readonly mayBeSelf: boolean
    readonly endsSessions: boolean
    readonly change: (person: Person) => Person
  },
  trace: Trace,
): Promise<PeopleAnswer<Person>> {
  const { tenantId } = actor
  const allowed = await requireMay(ports, actor, 'person.manage', trace)
  if (!allowed.ok) return allowed
  if (!how.mayBeSelf && personId === actor.personId) return refuse('own-account')
  const another = await hasAnotherAdministrator(ports, tenantId, personId)
  if (!another.ok) return another
  const changed = await changePerson(ports, tenantId, personId, (now) => {
    const next = how.change(now)
    if (administers(now) && !administers(next) && !another.value) return refuse('last-administrator')
    return accepted({ person: next, value: next })
  })
  if (!changed.ok) return changed
  if (how.endsSessions) {
    const ended = await ports.people.endSessions(tenantId, personId, null)
    if (!ended.ok) return ended
  }
  const recorded = await recordAccess(
    ports,
    { tenantId, personId: actor.personId, action: how.action, result: 'done', subject: personId },
    trace,
  )
  return recorded.ok ? changed : recorded
}

function administers(person: Person): boolean {
  return person.state === 'active' && person.roles.includes('administrator')
}
