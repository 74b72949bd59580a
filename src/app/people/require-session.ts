import { accepted } from '../../core/kernel/outcome.ts'
import type { PeoplePorts } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { resolveSession, type ResolvedSession } from './resolve-session.ts'
import type { Standing } from './standing.ts'

/** The session of somebody who changes the own account, in one of the standings in which that is allowed. */
export async function requireSession(
  ports: PeoplePorts,
  token: string,
  standings: readonly Standing[],
): Promise<PeopleAnswer<ResolvedSession>> {
  const resolved = await resolveSession(ports, token)
  if (!resolved.ok) return resolved
  return standings.includes(resolved.value.standing) ? accepted(resolved.value) : refuse('session-needed')
}
