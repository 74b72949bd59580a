import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Finding, FindingStanding } from '../../core/ledger/assessment-state.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Actor } from '../people/actor.ts'
import { matcherOf, type FindingFilter } from './finding-filter.ts'
import { narrowed } from './narrowed.ts'
import { findingSteps } from './next-steps.ts'
import { findingsOf } from './progress-of.ts'
import { isFor } from './todos-in.ts'

/** In the order in which they were opened. */
export interface MatchingFindings {
  readonly found: readonly Finding[]
  /** Of the same filter without its `standings`. */
  readonly byStanding: Readonly<Record<FindingStanding, number>>
}

/** The actor's own center only, where the reach is no wider. Whoever asks has been let in. */
export function matchingFindings(
  live: LiveAssessment,
  actor: Actor,
  filter: FindingFilter,
  today: PlainDate,
): MatchingFindings {
  const centerIds = filter.centerId === null ? narrowed(actor, 'finding.read') : [filter.centerId]
  const isMine = filter.isMine ? isWaitingFor(live, actor, today) : null
  const isMatch = matcherOf(live, filter)
  const standings = new Set(filter.standings)
  const byStanding = noneYet()
  const found: Finding[] = []
  for (const finding of findingsOf(live, centerIds)) {
    if (!isMatch(finding) || isMine?.(finding) === false) continue
    byStanding[finding.standing] += 1
    if (standings.size === 0 || standings.has(finding.standing)) found.push(finding)
  }
  return { found, byStanding }
}

function noneYet(): Record<FindingStanding, number> {
  return { suspected: 0, reported: 0, notified: 0, substantiated: 0, dismissed: 0, reversed: 0, withdrawn: 0 }
}

/** As the list of todos has it, without making that list. */
function isWaitingFor(live: LiveAssessment, actor: Actor, today: PlainDate): (finding: Finding) => boolean {
  // A sealed assessment has to be reopened before anything about a finding goes on.
  if (live.state.seal !== null) return () => false
  return (finding) => findingSteps(live, finding, today).some((step) => isFor(step, actor))
}
