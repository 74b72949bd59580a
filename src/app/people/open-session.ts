import { plusSeconds } from '../../core/kernel/elapsed.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Person } from '../ports/person-store.ts'
import type { Session } from '../ports/session-store.ts'
import type { PeoplePorts } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { standingOf, type Standing } from './standing.ts'
import { newToken, readToken } from './tenant-token.ts'

const SESSION_SECONDS = 12 * 3_600
export const IDLE_SECONDS = 30 * 60

/** `token` is told once, to the browser; the store keeps its digest. */
export interface OpenedSession {
  readonly token: string
  readonly standing: Standing
  readonly expiresAt: Timestamp
}

/** A new session under a token that nobody could know before; the one that the browser had (null: none) ends. */
export async function openSession(
  ports: PeoplePorts,
  person: Person,
  how: Pick<Session, 'method' | 'isComplete'>,
  replacing: string | null,
): Promise<PeopleAnswer<OpenedSession>> {
  const now = ports.clock.now()
  const token = newToken(ports, person.tenantId)
  const session: Session = {
    ...how,
    tenantId: person.tenantId,
    tokenDigest: token.digest,
    personId: person.personId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: plusSeconds(now, SESSION_SECONDS),
  }
  const before = replacing === null ? null : readToken(ports, replacing)
  if (before !== null) {
    const ended = await ports.people.endSession(before.tenantId, before.digest)
    if (!ended.ok) return ended
  }
  const added = await ports.people.addSession(session)
  if (!added.ok) return added
  return opened(ports, person, session, token.text)
}

/** The same session under a new token, as after its rights grew; when it ends stays. */
export async function rotateSession(
  ports: PeoplePorts,
  person: Person,
  session: Session,
  changes: Partial<Pick<Session, 'isComplete'>>,
): Promise<PeopleAnswer<OpenedSession>> {
  const token = newToken(ports, person.tenantId)
  const next: Session = { ...session, ...changes, tokenDigest: token.digest, lastSeenAt: ports.clock.now() }
  const replaced = await ports.people.replaceSession(person.tenantId, session.tokenDigest, next)
  if (!replaced.ok) return replaced
  if (replaced.value === 'gone') return refuse('session-ended')
  return opened(ports, person, next, token.text)
}

async function opened(
  ports: PeoplePorts,
  person: Person,
  session: Session,
  token: string,
): Promise<PeopleAnswer<OpenedSession>> {
  const tenant = await ports.people.tenant(person.tenantId)
  if (!tenant.ok) return tenant
  if (tenant.value === null) return refuse('session-ended')
  const standing = standingOf(tenant.value, person, session, ports.clock.now())
  return accepted({ token, standing, expiresAt: session.expiresAt })
}
