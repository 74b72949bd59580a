import { accepted } from '../../core/kernel/outcome.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import type { PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { readToken } from './tenant-token.ts'

/** Ends the session, whatever it owes. That it had ended already is no failure. */
export async function signOut(ports: PeoplePorts, token: string, trace: Trace): Promise<PeopleAnswer<null>> {
  const read = readToken(ports, token)
  if (read === null) return accepted(null)
  const { tenantId, digest } = read
  const session = await ports.people.session(tenantId, digest)
  if (!session.ok) return session
  const ended = await ports.people.endSession(tenantId, digest)
  if (!ended.ok) return ended
  if (!ended.value || session.value === null) return accepted(null)
  return recordAccess(ports, { tenantId, personId: session.value.personId, action: 'sign-out', result: 'done' }, trace)
}
