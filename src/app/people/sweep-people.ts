import { plusSeconds } from '../../core/kernel/elapsed.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { inDistricts, type RoundWatch } from '../districts/in-districts.ts'
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
  watch?: RoundWatch,
): Promise<PeopleAnswer<{ readonly sessions: number; readonly entries: number }>> {
  if (!Number.isSafeInteger(keptDays) || keptDays < KEPT_DAYS) return refuse('access-log-too-young')
  const now = ports.clock.now()
  const sessions = await ports.people.sweepSessions(now, plusSeconds(now, -IDLE_SECONDS))
  if (!sessions.ok) return sessions
  const before = plusSeconds(now, -keptDays * 86_400)
  const due = await ports.accessLog.dueTenants(before)
  if (!due.ok) return due
  let entries = 0
  const done = await inDistricts(
    due.value,
    async (tenantId) => {
      const pruned = await ports.accessLog.prune(tenantId, before)
      // Another node may have done it since.
      if (!pruned.ok || pruned.value === 0) return pruned
      entries += pruned.value
      return recordAccess(
        ports,
        { tenantId, personId: null, action: 'access-log-prune', result: 'done', subject: String(pruned.value) },
        { requestId: null, address: null },
      )
    },
    watch,
  )
  return done.ok ? accepted({ sessions: sessions.value, entries }) : done
}
