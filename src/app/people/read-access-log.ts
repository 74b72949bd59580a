import type { AccessFilter, PlacedAccess } from '../ports/access-log.ts'
import type { Actor } from './actor.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import type { PeopleAnswer } from './people-refusals.ts'
import { requireMay } from './require-may.ts'

const MOST = 200

/** By an auditor: the latest first, at most 200 of those before the given place (null: from the latest). */
export async function readAccessLog(
  ports: Pick<PeoplePorts, 'accessLog' | 'clock'>,
  actor: Actor,
  filter: AccessFilter,
  before: number | null,
  limit: number,
  trace: Trace,
): Promise<PeopleAnswer<readonly PlacedAccess[]>> {
  const allowed = await requireMay(ports, actor, 'access-log.read', trace)
  if (!allowed.ok) return allowed
  return ports.accessLog.read(actor.tenantId, filter, before, Math.min(Math.max(limit, 1), MOST))
}
