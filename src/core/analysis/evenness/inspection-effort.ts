import type { CenterId } from '../../kernel/identifiers.ts'
import type { AssessmentState } from '../../ledger/assessment-state.ts'

/**
 * How often a center was looked at on site, and what came of it. A day on which somebody looked is a visit, whatever was found;
 * `logged` are the days for which the ledger says what was looked at without anything to record.
 */
export interface CenterEffort {
  readonly centerId: CenterId
  readonly visits: number
  readonly logged: number
  /** What inspectors reported, whatever became of it. */
  readonly found: number
  readonly substantiated: number
}

/** In the order in which the centers were enrolled. */
export function inspectionEffort({ centers, inspections, findings }: AssessmentState): CenterEffort[] {
  const seen = new Map<CenterId, Set<string>>()
  const logged = new Map<CenterId, Set<string>>()
  const counts = new Map<CenterId, { found: number; substantiated: number }>()
  for (const { centerId, inspectedOn } of inspections.values()) {
    daysOf(seen, centerId).add(inspectedOn)
    daysOf(logged, centerId).add(inspectedOn)
  }
  for (const { centerId, occurredOn, source, standing } of findings.values()) {
    if (source !== 'inspection') continue
    daysOf(seen, centerId).add(occurredOn)
    const { found, substantiated } = counts.get(centerId) ?? { found: 0, substantiated: 0 }
    counts.set(centerId, { found: found + 1, substantiated: substantiated + (standing === 'substantiated' ? 1 : 0) })
  }
  return [...centers.keys()].map((centerId) => {
    const { found, substantiated } = counts.get(centerId) ?? { found: 0, substantiated: 0 }
    const days = { visits: seen.get(centerId)?.size ?? 0, logged: logged.get(centerId)?.size ?? 0 }
    return { centerId, ...days, found, substantiated }
  })
}

function daysOf(days: Map<CenterId, Set<string>>, centerId: CenterId): Set<string> {
  const known = days.get(centerId) ?? new Set<string>()
  days.set(centerId, known)
  return known
}
