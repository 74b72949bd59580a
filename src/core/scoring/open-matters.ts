import type { Bounds } from './bounds.ts'
import { outcomesNow } from './bounds.ts'
import type { CenterCase } from './center-case.ts'
import type { Claim } from './claim.ts'
import { claimPrice, unitUnder } from './claim-price.ts'
import { eventIf } from './event-outcomes.ts'
import { isOpenClaim } from './open-claim.ts'
import type { Interval, OpenMatter } from './score-sheet.ts'
import { totalUnder } from './total-under.ts'
import { totalWith } from './total-with.ts'
import type { World } from './world.ts'
import { worldOf } from './world-of.ts'

/** Everything that keeps the total open, with how far it alone can move it from where it stands, most moving first. */
export function openMatters(center: CenterCase, bounds: Bounds): OpenMatter[] {
  const { plan, claims } = center
  const { certain } = bounds
  const matters = [
    ...claims
      .filter((claim) => isOpenClaim(plan, claim, certain.readings))
      .map((claim) => claimMatter(center, claim, certain)),
    ...questionMatters(center, bounds),
    ...absenceMatters(center, bounds),
  ]
  const weight = ({ moves }: OpenMatter) => Math.max(Math.abs(moves[0]), Math.abs(moves[1]))
  return matters.sort((one, other) => weight(other) - weight(one))
}

function claimMatter(center: CenterCase, claim: Claim, certain: World): OpenMatter {
  return {
    kind: kindOf(claim),
    ref: claim.id,
    sectionId: center.plan.sections[claim.clause.sectionIndex]?.sectionId ?? null,
    moves: span(totalsIf(center, claim, certain), certain.total),
  }
}

function kindOf({ isCounted, source, isVariable }: Claim): OpenMatter['kind'] {
  if (!isCounted) return 'findingId' in source ? 'decision' : 'approval'
  return isVariable ? 'appeal' : 'amount'
}

function totalsIf(center: CenterCase, claim: Claim, certain: World): number[] {
  const { plan, groups, groupOf } = center
  const at = groupOf[claim.index] ?? -1
  const group = groups[at]
  if (group) {
    const outcomes = outcomesNow(center, certain.readings)
    return eventIf(group, group.claims.indexOf(claim), plan, certain.readings).map(
      (outcome) => worldOf(center, certain.readings, 'now', outcomes.with(at, outcome)).total,
    )
  }
  const most = claimPrice(claim, plan.questions, certain.readings, 'most')
  const least = claimPrice(claim, plan.questions, certain.readings, 'least')
  const isMet = unitUnder(claim, plan.questions, certain.readings) !== null
  return [
    totalWith(center, certain, claim, most, isMet),
    totalWith(center, certain, claim, least, isMet && !claim.canVanish),
  ]
}

function questionMatters(center: CenterCase, bounds: Bounds): OpenMatter[] {
  const { plan } = center
  const { certain } = bounds
  return plan.questions.flatMap((question, place): OpenMatter[] => {
    if (!isTouched(center, place)) return []
    const totals = question.options.map((_, option) => totalUnder(center, certain, place, option))
    const moves = span(totals, certain.total)
    if (moves[0] === 0 && moves[1] === 0 && !movesBounds(center, place, bounds)) return []
    const section = plan.clauses[plan.touched[place]?.clauses[0] ?? -1]?.sectionIndex ?? -1
    return [{ kind: 'question', ref: question.id, sectionId: plan.sections[section]?.sectionId ?? null, moves }]
  })
}

/** Whether it moves the lowest or the highest total, where others are at their extreme too: 扣完为止 moves nothing alone. */
function movesBounds(center: CenterCase, place: number, { lowest, highest }: Bounds): boolean {
  const options = center.plan.questions[place]?.options ?? []
  return [lowest, highest].some((world) =>
    options.some((_, option) => totalUnder(center, world, place, option) !== world.total),
  )
}

/** A question about no clause that the center has a line under cannot move it; one about sections may. */
export function isTouched({ plan, plainCounts, claimsByClause }: CenterCase, place: number): boolean {
  const touched = plan.touched[place]
  if (!touched) return false
  const isAbsence = (index: number) => plan.clauses[index]?.isAbsence ?? false
  return (
    touched.sections.length > 0 ||
    plan.pools.some(({ question }) => question === place) ||
    touched.clauses.some((index) => (plainCounts[index] ?? 0) > 0 || isAbsence(index)) ||
    claimsByClause.some(({ clause }) => touched.clauses.includes(clause.index))
  )
}

function absenceMatters({ plan, isClosed }: CenterCase, { absences }: Bounds): OpenMatter[] {
  return plan.absences.flatMap(({ clause }, place): OpenMatter[] => {
    const between = absences[place] ?? [0, 0]
    if (isClosed || between[0] === between[1]) return []
    const sectionId = plan.sections[clause.sectionIndex]?.sectionId ?? null
    return [{ kind: 'absence', ref: clause.clauseId, sectionId, moves: [0, between[1]] }]
  })
}

function span(totals: readonly number[], now: number): Interval {
  const changes = totals.map((total) => total - now)
  return [Math.min(...changes), Math.max(...changes)]
}
