import type { PlainDate } from '../../kernel/plain-date.ts'
import type { AssessmentState, SamplingPlan } from '../../ledger/assessment-state.ts'
import type { DrawnVisit } from './drawn-visit.ts'

/** `coming` is today or later; `unaccounted` is over, not made as drawn, and nobody has said why. */
export type VisitStanding = 'made' | 'missed' | 'coming' | 'unaccounted'

export interface CheckedVisit {
  readonly visit: DrawnVisit
  readonly standing: VisitStanding
  /** Why it was not made; null unless it is missed. */
  readonly reason: string | null
}

/**
 * What became of each drawn visit: made where the inspector drawn recorded on that day, at that center, a visit or a finding.
 * `today` is null where every day of the plan is over.
 */
export function checkVisits(
  { inspections, findings }: Pick<AssessmentState, 'inspections' | 'findings'>,
  { missed }: Pick<SamplingPlan, 'missed'>,
  visits: readonly DrawnVisit[],
  today: PlainDate | null,
): CheckedVisit[] {
  const seen = new Set<string>()
  for (const { centerId, inspectedOn, by } of inspections.values()) seen.add(presence(centerId, inspectedOn, by))
  for (const { source, centerId, occurredOn, reportedBy } of findings.values())
    if (source === 'inspection') seen.add(presence(centerId, occurredOn, reportedBy))
  return visits.map((visit) => {
    const { number, centerId, day, personId } = visit
    const isMade = seen.has(presence(centerId, day, personId))
    const reason = isMade ? null : (missed.get(number)?.reason ?? null)
    const rest = today !== null && day >= today ? 'coming' : 'unaccounted'
    return { visit, reason, standing: isMade ? 'made' : reason === null ? rest : 'missed' }
  })
}

function presence(...parts: readonly string[]): string {
  return parts.join(' ')
}
