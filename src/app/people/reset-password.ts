import type { PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from './actor.ts'
import { changePerson } from './change-person.ts'
import { oneTimePassword } from './one-time-password.ts'
import { PASSWORDS_KEPT } from './password-rules.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { requireMay } from './require-may.ts'

/** By an administrator, for somebody else: a password for one sign-in, no lock, no open sessions. */
export async function resetPassword(
  ports: PeoplePorts,
  actor: Actor,
  personId: PersonId,
  trace: Trace,
): Promise<PeopleAnswer<{ readonly oneTimePassword: string }>> {
  const { tenantId } = actor
  const allowed = await requireMay(ports, actor, 'person.manage', trace)
  if (!allowed.ok) return allowed
  if (personId === actor.personId) return refuse('own-account')
  const found = await ports.people.person(tenantId, personId)
  if (!found.ok) return found
  if (found.value === null) return refuse('person-unknown')
  const secret = oneTimePassword(ports, found.value.username)
  const hash = await ports.hasher.hash(secret)
  const changed = await changePerson(ports, tenantId, personId, (now) => {
    const { password } = now
    const previous = password === null ? [] : [password.hash, ...password.previous].slice(0, PASSWORDS_KEPT - 1)
    return accepted({
      person: {
        ...now,
        password: { hash, previous, setAt: ports.clock.now(), mustChange: true },
        failures: 0,
        lockedUntil: null,
      },
      value: null,
    })
  })
  if (!changed.ok) return changed
  const ended = await ports.people.endSessions(tenantId, personId, null)
  if (!ended.ok) return ended
  const recorded = await recordAccess(
    ports,
    { tenantId, personId: actor.personId, action: 'password-reset', result: 'done', subject: personId },
    trace,
  )
  return recorded.ok ? accepted({ oneTimePassword: secret }) : recorded
}
