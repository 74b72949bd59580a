import { accepted } from '../../core/kernel/outcome.ts'
import type { Password, Person } from '../ports/person-store.ts'
import { changePerson } from './change-person.ts'
import { afterFailure, isLocked } from './lockout.ts'
import { rotateSession, type OpenedSession } from './open-session.ts'
import { passwordFaults, PASSWORDS_KEPT } from './password-rules.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { requireSession } from './require-session.ts'

export interface PasswordChangeRequest {
  readonly token: string
  readonly current: string
  readonly next: string
}

/** By the person. The session goes on under a new token; all others of the person end. */
export async function changePassword(
  ports: PeoplePorts,
  request: PasswordChangeRequest,
  trace: Trace,
): Promise<PeopleAnswer<OpenedSession>> {
  const resolved = await requireSession(ports, request.token, ['full', 'password-change-owed', 'enrollment-owed'])
  if (!resolved.ok) return resolved
  const { person, session } = resolved.value
  const { tenantId, personId, password } = person
  if (password === null) return refuse('password-missing')
  const isRight = await ports.hasher.matches(password.hash, request.current.slice(0, 1_000))
  if (!isRight || isLocked(person, ports.clock.now())) return wrong(ports, person, trace)
  const judged = await judgePassword(ports, person, password, request.next)
  if (!judged.ok) return judged
  const hash = await ports.hasher.hash(request.next)
  const next: Password = {
    hash,
    previous: [password.hash, ...password.previous].slice(0, PASSWORDS_KEPT - 1),
    setAt: ports.clock.now(),
    mustChange: false,
  }
  const changed = await changePerson(ports, tenantId, personId, (now) => {
    const isMoved = now.password?.hash !== password.hash || now.state !== 'active'
    if (isMoved || isLocked(now, ports.clock.now())) return refuse('person-changed')
    const after = { ...now, password: next, failures: 0 }
    return accepted({ person: after, value: after })
  })
  if (!changed.ok) return changed
  const ended = await ports.people.endSessions(tenantId, personId, session.tokenDigest)
  if (!ended.ok) return ended
  const recorded = await recordAccess(ports, { tenantId, personId, action: 'password-change', result: 'done' }, trace)
  if (!recorded.ok) return recorded
  return rotateSession(ports, changed.value, session, {})
}

async function judgePassword(
  ports: PeoplePorts,
  person: Person,
  password: Password,
  next: string,
): Promise<PeopleAnswer<null>> {
  const faults = passwordFaults(next, person.username)
  if (faults.length > 0) return refuse('password-weak', faults)
  for (const hash of [password.hash, ...password.previous])
    if (await ports.hasher.matches(hash, next)) return refuse('password-reused', PASSWORDS_KEPT)
  return accepted(null)
}

/** Counts like a failed sign-in: a session left open is no place to guess passwords. */
async function wrong(ports: PeoplePorts, { tenantId, personId }: Person, trace: Trace): Promise<PeopleAnswer<never>> {
  const counted = await changePerson(ports, tenantId, personId, (now) =>
    accepted({ person: afterFailure(now, ports.clock.now()), value: null }),
  )
  if (!counted.ok) return counted
  const recorded = await recordAccess(
    ports,
    { tenantId, personId, action: 'password-change', result: 'failed', reason: 'password-wrong' },
    trace,
  )
  return recorded.ok ? refuse('password-wrong') : recorded
}
