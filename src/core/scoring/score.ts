/**
 * The front door of scoring: `score(rubric, interpretations, ledger, clocks)` gives every center's sheet, and nothing
 * else moves a point. What was known by one day of what had happened by another is folded (`as-of`), the rubric and its
 * answers are compiled once into a plan (`scoring-plan`), and each center is scored by itself (`score-center`): most
 * findings are price × occurrences (`gather`); the rest are claims, settled into worlds (`world`) as they stand and at
 * their extremes (`bounds`). Losses are charged by event, counted, capped and floored, in that order.
 */
import type { CenterId } from '../kernel/identifiers.ts'
import type { AssessmentState, Bonus, Finding } from '../ledger/assessment-state.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { answersAsOf, happenedBy, stateAsOf } from './as-of.ts'
import { scoreCenter, type CenterFacts } from './score-center.ts'
import type { Clocks, ScoreSheet } from './score-sheet.ts'
import { compilePlan, type ScoringPlan } from './scoring-plan.ts'

/** In the order in which the centers were enrolled. */
export function score(
  rubric: Rubric,
  interpretations: readonly Interpretation[],
  ledger: Iterable<LedgerEvent>,
  clocks: Clocks,
): ScoreSheet[] {
  const plan = compilePlan(rubric, answersAsOf(interpretations, clocks.knownBy))
  return scoreState(plan, stateAsOf(ledger, clocks))
}

/** The same of the ledger folded already, as far as it was known by `clocks.knownBy`. */
export function scoreKnown(
  rubric: Rubric,
  interpretations: readonly Interpretation[],
  known: AssessmentState,
  clocks: Clocks,
): ScoreSheet[] {
  const plan = compilePlan(rubric, answersAsOf(interpretations, clocks.knownBy))
  return scoreState(plan, happenedBy(known, clocks.occurredBy))
}

/** The sheets of a state already folded. A center that only findings speak of is scored too: nothing is left out. */
export function scoreState(plan: ScoringPlan, state: AssessmentState): ScoreSheet[] {
  return factsIn(state).map((facts) => scoreCenter(plan, facts))
}

/** Center by center, in the order of `scoreState`: of all of them, or `only` of some. */
export function factsIn(state: AssessmentState, only: ReadonlySet<CenterId> | null = null): CenterFacts[] {
  const isAsked = (centerId: CenterId) => only === null || only.has(centerId)
  const findings = new Map<CenterId, Finding[]>()
  const bonuses = new Map<CenterId, Bonus[]>()
  for (const centerId of state.centers.keys()) if (isAsked(centerId)) findings.set(centerId, [])
  for (const finding of state.findings.values())
    if (isAsked(finding.centerId)) listed(findings, finding.centerId).push(finding)
  for (const bonus of state.bonuses.values()) {
    if (!isAsked(bonus.centerId)) continue
    listed(findings, bonus.centerId)
    listed(bonuses, bonus.centerId).push(bonus)
  }
  return [...findings].map(([centerId, own]) => ({
    centerId,
    centerName: state.centers.get(centerId) ?? centerId,
    findings: own,
    bonuses: bonuses.get(centerId) ?? [],
    isClosed: state.isClosed,
  }))
}

function listed<Entry>(lists: Map<CenterId, Entry[]>, centerId: CenterId): Entry[] {
  const known = lists.get(centerId)
  if (known) return known
  const list: Entry[] = []
  lists.set(centerId, list)
  return list
}
