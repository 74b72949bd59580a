import type { PersonId } from '../../core/kernel/identifiers.ts'
import type { Actor } from './actor.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { renewPassword } from './renew-password.ts'
import { requireMay } from './require-may.ts'

/** By an administrator, for somebody else: a password for one sign-in, no lock, no open sessions. */
export async function resetPassword(
  ports: PeoplePorts,
  actor: Actor,
  personId: PersonId,
  trace: Trace,
): Promise<PeopleAnswer<{ readonly oneTimePassword: string }>> {
  const allowed = await requireMay(ports, actor, 'person.manage', trace)
  if (!allowed.ok) return allowed
  if (personId === actor.personId) return refuse('own-account')
  const found = await ports.people.person(actor.tenantId, personId)
  if (!found.ok) return found
  return found.value === null ? refuse('person-unknown') : renewPassword(ports, found.value, actor.personId, {}, trace)
}
