import { plusSeconds } from '../../core/kernel/elapsed.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { KEPT_DAYS } from '../ports/access-log.ts'
import { IDLE_SECONDS } from './open-session.ts'
import type { PeoplePorts } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'

/**
 * Now and then, by the program itself: sessions that are over go, and access entries older than the installation keeps
 * them. `keptDays` under the legal least is refused, not corrected.
 */
export async function sweepPeople(
  ports: PeoplePorts,
  keptDays: number,
): Promise<PeopleAnswer<{ readonly sessions: number; readonly entries: number }>> {
  if (!Number.isSafeInteger(keptDays) || keptDays < KEPT_DAYS) return refuse('access-log-too-young')
  const tenants = await ports.people.tenants()
  if (!tenants.ok) return tenants
  const now = ports.clock.now()
  let [sessions, entries] = [0, 0]
  for (const { tenantId } of tenants.value) {
    const swept = await ports.people.sweepSessions(tenantId, now, plusSeconds(now, -IDLE_SECONDS))
    if (!swept.ok) return swept
    const pruned = await ports.accessLog.prune(tenantId, plusSeconds(now, -keptDays * 86_400))
    if (!pruned.ok) return pruned
    sessions += swept.value
    entries += pruned.value
    if (pruned.value === 0) continue
    const recorded = await recordAccess(
      ports,
      { tenantId, personId: null, action: 'access-log-prune', result: 'done', subject: String(pruned.value) },
      { requestId: null, address: null },
    )
    if (!recorded.ok) return recorded
  }
  return accepted({ sessions, entries })
}
