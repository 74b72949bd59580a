import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from './actor.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { may, type Action } from './who-may.ts'

/** Accepted where the actor may; a refusal is written down. */
export async function requireMay(
  ports: Pick<PeoplePorts, 'accessLog' | 'clock'>,
  actor: Actor,
  action: Action,
  trace: Trace,
): Promise<PeopleAnswer<null>> {
  if (may(actor, action, null)) return accepted(null)
  const { tenantId, personId } = actor
  const recorded = await recordAccess(
    ports,
    { tenantId, personId, action, result: 'refused', reason: 'forbidden' },
    trace,
  )
  return recorded.ok ? refuse('forbidden', action) : recorded
}
