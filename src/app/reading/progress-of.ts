import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { Bonus, Finding, FindingStanding } from '../../core/ledger/assessment-state.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'

/** How far an assessment has come, in numbers. */
export interface Progress {
  readonly findings: Readonly<Record<FindingStanding, number>>
  readonly appealsPending: number
  readonly rectificationsOpen: number
  readonly bonusesProposed: number
  readonly questionsOpen: number
  readonly selfAssessments: number
}

/** Of the centers given only; null: of all. */
export function progressOf(live: LiveAssessment, centerIds: readonly CenterId[] | null): Progress {
  const { state, adopted } = live
  const findings = {
    suspected: 0,
    reported: 0,
    notified: 0,
    substantiated: 0,
    dismissed: 0,
    reversed: 0,
    withdrawn: 0,
  }
  let appealsPending = 0
  let rectificationsOpen = 0
  for (const { standing, appeal, rectification } of findingsOf(live, centerIds)) {
    findings[standing] += 1
    if (appeal?.outcome === 'pending') appealsPending += 1
    if (rectification !== 'none' && rectification !== 'accepted' && standing !== 'withdrawn') rectificationsOpen += 1
  }
  let bonusesProposed = 0
  for (const { standing } of bonusesOf(live, centerIds)) if (standing === 'proposed') bonusesProposed += 1
  return {
    findings,
    appealsPending,
    rectificationsOpen,
    bonusesProposed,
    questionsOpen: adopted.rubric.questions.filter(({ id }) => !state.answers.has(id)).length,
    selfAssessments: (centerIds ?? [...state.centers.keys()]).filter((one) => state.selfAssessments.has(one)).length,
  }
}

/** In the order in which they were opened, center by center where centers are named. */
export function findingsOf(
  { state, scores }: LiveAssessment,
  centerIds: readonly CenterId[] | null,
): Iterable<Finding> {
  if (centerIds === null) return state.findings.values()
  return centerIds.flatMap((one) => scores.findingIds(one).flatMap((findingId) => state.findings.get(findingId) ?? []))
}

export function bonusesOf({ state, scores }: LiveAssessment, centerIds: readonly CenterId[] | null): Iterable<Bonus> {
  if (centerIds === null) return state.bonuses.values()
  return centerIds.flatMap((one) => scores.bonusIds(one).flatMap((bonusId) => state.bonuses.get(bonusId) ?? []))
}
