import type { PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Person } from '../ports/person-store.ts'
import { changePerson } from './change-person.ts'
import { oneTimePassword } from './one-time-password.ts'
import { PASSWORDS_KEPT } from './password-rules.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import type { PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'

/** What setting a password for somebody asks for. */
export type RenewalPorts = Pick<PeoplePorts, 'people' | 'accessLog' | 'clock' | 'secrets' | 'hasher'>

/** A password for one sign-in, no lock, no open sessions, and what `besides` changes. `by` is null for who runs the machine. */
export async function renewPassword(
  ports: RenewalPorts,
  { tenantId, personId, username }: Pick<Person, 'tenantId' | 'personId' | 'username'>,
  by: PersonId | null,
  besides: Partial<Pick<Person, 'state' | 'secondFactor'>>,
  trace: Trace,
): Promise<PeopleAnswer<{ readonly oneTimePassword: string }>> {
  const secret = oneTimePassword(ports, username)
  const hash = await ports.hasher.hash(secret)
  const changed = await changePerson(ports, tenantId, personId, (now) => {
    const { password } = now
    const previous = password === null ? [] : [password.hash, ...password.previous].slice(0, PASSWORDS_KEPT - 1)
    return accepted({
      person: {
        ...now,
        ...besides,
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
    { tenantId, personId: by, action: 'password-reset', result: 'done', subject: personId },
    trace,
  )
  return recorded.ok ? accepted({ oneTimePassword: secret }) : recorded
}
