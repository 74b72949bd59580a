import { plusSeconds, secondsBetween } from '../../core/kernel/elapsed.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Person } from '../ports/person-store.ts'
import type { Session } from '../ports/session-store.ts'
import type { Tenant } from '../ports/tenant-store.ts'
import type { Actor } from './actor.ts'
import { IDLE_SECONDS } from './open-session.ts'
import type { PeoplePorts } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { isRole } from './role.ts'
import { standingOf, type Standing } from './standing.ts'
import { readToken } from './tenant-token.ts'
import type { Action } from './who-may.ts'

/**
 * Who a session's token stands for. An actor whose session owes something is limited: to nothing while the second factor is
 * owed, to the own account while a new password or an enrollment is.
 */
export interface ResolvedSession {
  readonly actor: Actor
  readonly standing: Standing
  readonly session: Session
  readonly person: Person
  readonly tenant: Tenant
}

/**
 * Also marks the session as seen, at most once a minute: idling counts from there. Where that cannot be written (a full
 * disk), reading goes on, and the session ends a little early.
 */
export async function resolveSession(ports: PeoplePorts, text: string): Promise<PeopleAnswer<ResolvedSession>> {
  const token = readToken(ports, text)
  if (token === null) return refuse('session-ended')
  const session = await ports.people.session(token.tenantId, token.digest)
  if (!session.ok) return session
  const now = ports.clock.now()
  if (session.value === null || isOver(session.value, now)) return refuse('session-ended')
  const person = await ports.people.person(token.tenantId, session.value.personId)
  if (!person.ok) return person
  const tenant = await ports.people.tenant(token.tenantId)
  if (!tenant.ok) return tenant
  if (person.value === null || person.value.state !== 'active') return refuse('session-ended')
  if (tenant.value === null || tenant.value.state !== 'active') return refuse('session-ended')
  if (secondsBetween(session.value.lastSeenAt, now) >= TOUCH_SECONDS)
    await ports.people.touchSession(token.tenantId, token.digest, now)
  const standing = standingOf(tenant.value, person.value, session.value, now)
  return accepted({
    actor: actorOf(person.value, SCOPES[standing]),
    standing,
    session: session.value,
    person: person.value,
    tenant: tenant.value,
  })
}

export function actorOf(person: Person, scopes: readonly Action[] | null): Actor {
  const { tenantId, personId, name, centerId } = person
  return { tenantId, personId, name, roles: person.roles.filter(isRole), centerId, scopes }
}

const TOUCH_SECONDS = 60

const SCOPES: Readonly<Record<Standing, readonly Action[] | null>> = {
  'second-factor-owed': [],
  'password-change-owed': ['account.own'],
  'enrollment-owed': ['account.own'],
  full: null,
}

function isOver(session: Session, now: Session['expiresAt']): boolean {
  return now >= session.expiresAt || session.lastSeenAt < plusSeconds(now, -IDLE_SECONDS)
}
