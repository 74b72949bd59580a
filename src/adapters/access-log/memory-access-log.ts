import {
  KEPT_DAYS,
  TOO_YOUNG,
  type AccessFilter,
  type AccessLog,
  type PlacedAccess,
} from '../../app/ports/access-log.ts'
import type { Clock } from '../../app/ports/clock.ts'
import { plusSeconds } from '../../core/kernel/elapsed.ts'
import { accepted, refused } from '../../core/kernel/outcome.ts'

/** An access log that is forgotten when the program ends: for tests and demonstrations. */
export function memoryAccessLog(clock: Clock): AccessLog {
  const entries: PlacedAccess[] = []
  const places = new Map<string, number>()
  return {
    append: async (entry) => {
      const place = (places.get(entry.tenantId) ?? 0) + 1
      places.set(entry.tenantId, place)
      entries.push({ ...entry, place })
      return accepted(null)
    },
    read: async (tenantId, filter, before, limit) =>
      accepted(
        entries
          .filter((entry) => entry.tenantId === tenantId && (before === null || entry.place < before))
          .filter((entry) => isMeant(entry, filter))
          .reverse()
          .slice(0, limit),
      ),
    dueTenants: async (before) =>
      accepted([...new Set(entries.filter(({ at }) => at < before).map(({ tenantId }) => tenantId))].toSorted()),
    prune: async (tenantId, before) => {
      if (before > plusSeconds(clock.now(), -KEPT_DAYS * 86_400)) return refused('access-log-too-young', TOO_YOUNG)
      const kept = entries.filter((entry) => entry.tenantId !== tenantId || entry.at >= before)
      const removed = entries.length - kept.length
      entries.splice(0, entries.length, ...kept)
      return accepted(removed)
    },
  }
}

function isMeant(entry: PlacedAccess, filter: AccessFilter): boolean {
  return (
    (filter.personId === null || entry.personId === filter.personId) &&
    (filter.action === null || entry.action === filter.action) &&
    (filter.result === null || entry.result === filter.result) &&
    (filter.from === null || entry.at >= filter.from) &&
    (filter.to === null || entry.at <= filter.to)
  )
}
