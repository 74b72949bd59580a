import { accepted } from '../../core/kernel/outcome.ts'
import { changePerson } from './change-person.ts'
import { rotateSession, type OpenedSession } from './open-session.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { requireSession } from './require-session.ts'
import type { Standing } from './standing.ts'
import { useCode } from './use-code.ts'

const STANDINGS: readonly Standing[] = ['full', 'enrollment-owed']

/** For the person's authenticator app; `uri` goes into a QR code. Until it is confirmed nothing is asked for. */
export interface Enrollment {
  readonly secret: string
  readonly uri: string
}

/** Begins, or begins again with another secret. */
export async function beginSecondFactor(ports: PeoplePorts, token: string): Promise<PeopleAnswer<Enrollment>> {
  const resolved = await requireSession(ports, token, STANDINGS)
  if (!resolved.ok) return resolved
  const { person, tenant } = resolved.value
  const secret = ports.codes.newSecret()
  const begun = await changePerson(ports, person.tenantId, person.personId, (now) =>
    now.secondFactor?.isConfirmed === true
      ? refuse('second-factor-enrolled')
      : accepted({ person: { ...now, secondFactor: { secret, isConfirmed: false, lastStep: null } }, value: null }),
  )
  if (!begun.ok) return begun
  return accepted({ secret, uri: ports.codes.uri(secret, person.username, `明衡 ${tenant.name}`) })
}

/** The first code shows that the person has the secret; from now on it is asked for. Other sessions end. */
export async function confirmSecondFactor(
  ports: PeoplePorts,
  token: string,
  code: string,
  trace: Trace,
): Promise<PeopleAnswer<OpenedSession>> {
  const resolved = await requireSession(ports, token, STANDINGS)
  if (!resolved.ok) return resolved
  const { session } = resolved.value
  const { tenantId, personId } = resolved.value.person
  const confirmed = await changePerson(ports, tenantId, personId, (now) => {
    if (now.secondFactor === null) return refuse('second-factor-not-begun')
    if (now.secondFactor.isConfirmed) return refuse('second-factor-enrolled')
    const used = useCode(ports, now, code)
    if (used === null || used.secondFactor === null) return refuse('second-factor-wrong')
    const person = { ...used, secondFactor: { ...used.secondFactor, isConfirmed: true } }
    return accepted({ person, value: person })
  })
  if (!confirmed.ok) return confirmed
  const ended = await ports.people.endSessions(tenantId, personId, session.tokenDigest)
  if (!ended.ok) return ended
  const recorded = await recordAccess(
    ports,
    { tenantId, personId, action: 'second-factor-enroll', result: 'done' },
    trace,
  )
  return recorded.ok ? rotateSession(ports, confirmed.value, session, {}) : recorded
}
