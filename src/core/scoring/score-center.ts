import type { CenterId } from '../kernel/identifiers.ts'
import type { Bonus, Finding } from '../ledger/assessment-state.ts'
import { absenceLine } from './absence-line.ts'
import { boundsOf, certainWorld, worldToday, type Bounds } from './bounds.ts'
import { claimIntervals } from './claim-interval.ts'
import type { CenterCase } from './center-case.ts'
import { gather, type Gathered } from './gather.ts'
import { lineOf } from './line.ts'
import { isOpenClaim } from './open-claim.ts'
import { isTouched, openMatters } from './open-matters.ts'
import type { ScoreLine, ScoreSheet, SectionScore, SignedPoints } from './score-sheet.ts'
import type { ScoringPlan } from './scoring-plan.ts'
import type { World } from './world.ts'

/** One center of an assessment: what was found and applied for there, in the order of the ledger. */
export interface CenterFacts {
  readonly centerId: CenterId
  readonly centerName: string
  readonly findings: readonly Finding[]
  readonly bonuses: readonly Bonus[]
  readonly isClosed: boolean
}

/** The score sheet of one center. What is open is only looked into where something is. */
export function scoreCenter(plan: ScoringPlan, facts: CenterFacts): ScoreSheet {
  const gathered = gather(plan, facts.findings, facts.bonuses, facts.isClosed)
  const { center } = gathered
  const bounds = isOpen(center) ? boundsOf(center) : null
  const world = bounds?.certain ?? worldToday(center)
  const lines = linesOf(gathered, facts.findings, world, bounds)
  return {
    centerId: facts.centerId,
    centerName: facts.centerName,
    sections: plan.sections.map(({ sectionId, maxPoints }, at): SectionScore => {
      const score = world.scores[at] ?? 0
      return {
        sectionId,
        maxPoints,
        score,
        interval: bounds?.sections[at] ?? [score, score],
        lines: lines[at] ?? [],
        adjustments: world.notes[at] ?? [],
      }
    }),
    score: world.total,
    interval: bounds?.total ?? [world.total, world.total],
    isSettled: bounds === null || (bounds.total[0] === world.total && bounds.total[1] === world.total),
    open: bounds === null ? [] : openMatters(center, bounds),
  }
}

/** The `score` of the sheet without the sheet: for many days of many centers. */
export function settledTotal(plan: ScoringPlan, { findings, bonuses, isClosed }: CenterFacts): SignedPoints {
  return settledIn(gather(plan, findings, bonuses, isClosed).center)
}

export function settledIn(center: CenterCase): SignedPoints {
  return (isOpen(center) ? certainWorld(center) : worldToday(center)).total
}

function isOpen(center: CenterCase): boolean {
  const { plan, claims, isClosed } = center
  return (
    (!isClosed && plan.absences.some(({ breakers }) => breakers.length > 0)) ||
    claims.some((claim) => claim.canVanish) ||
    plan.questions.some((_, place) => isTouched(center, place)) ||
    claims.some((claim) => isOpenClaim(plan, claim, []))
  )
}

function linesOf(
  { center, lines }: Gathered,
  findings: readonly Finding[],
  world: World,
  bounds: Bounds | null,
): ScoreLine[][] {
  const intervals = bounds === null ? null : claimIntervals(center, bounds)
  for (const claim of center.claims) {
    const own = lines[claim.clause.sectionIndex]
    if (own) own[claim.slot] = lineOf(center, claim, world, intervals?.[claim.index] ?? null)
  }
  center.plan.absences.forEach((absence, place) => {
    lines[absence.clause.sectionIndex]?.push(absenceLine(center, place, absence, findings, world, bounds))
  })
  return lines as ScoreLine[][]
}
