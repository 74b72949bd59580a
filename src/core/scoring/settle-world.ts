import { breakersUnder } from './absence-plan.ts'
import { isUnbroken } from './absence-given.ts'
import { attribute, attributeRunning } from './attribute.ts'
import { capClause } from './cap-clause.ts'
import type { CenterCase } from './center-case.ts'
import { countingUnder } from './claim-price.ts'
import { countedIn, holdUnder } from './pool-plan.ts'
import type { Readings } from './question-plan.ts'
import type { Adjustment } from './score-sheet.ts'
import { tallySection } from './tally-section.ts'
import type { Supposition, World } from './world.ts'

/** Counts charges by clause, caps them, adds up the sections, and holds or vetoes the total: in that order. */
export function settleWorld(center: CenterCase, supposed: Supposition, isNoted: boolean): World {
  const { plan } = center
  const { readings, side, charges, isMet, elsewhere } = supposed
  const notes: Adjustment[][] = isNoted ? plan.sections.map(() => []) : []
  const effects = charges.map(() => 0)
  const holders = charges.map(() => -1)
  const uncapped = center.plainEffects.slice()
  let isVetoed = false
  for (const group of center.runningGroups) attributeRunning(group.clauses, group.claims, charges, { effects, holders })
  for (const { clause, claims } of center.claimsByClause) {
    if (clause.runningCount === null)
      attribute(claims, charges, countingUnder(clause, plan.questions, readings), { effects, holders })
    let sum = 0
    for (const { index } of claims) sum += effects[index] ?? 0
    if (clause.isVeto) isVetoed ||= sum !== 0
    else uncapped[clause.index] = (uncapped[clause.index] ?? 0) + sum
  }
  for (const absence of plan.absences) {
    const isPossible = center.isClosed || side === 'highest'
    const isGiven = isPossible && isUnbroken(center, breakersUnder(absence, readings), isMet, side)
    uncapped[absence.clause.index] = isGiven ? absence.points : 0
  }
  const clauseEffects = center.cappable.length === 0 ? uncapped : uncapped.slice()
  for (const { clause, claims } of center.cappable) {
    const sum = uncapped[clause.index] ?? 0
    const own = notes[clause.sectionIndex] ?? null
    clauseEffects[clause.index] = capClause(clause, sum, claims, effects, plan.questions, readings, own)
  }
  const raw: number[] = []
  const losses: number[] = []
  for (const section of plan.sections) {
    const tally = tallySection(section, clauseEffects, plan.questions, readings, notes[raw.length] ?? null)
    raw.push(tally.score)
    losses.push(tally.losses)
  }
  const scores = held(center, raw, losses, readings, notes)
  let sum = 0
  for (const score of scores) sum += score
  return {
    readings,
    side,
    charges,
    isMet,
    elsewhere,
    effects,
    holders,
    uncapped,
    clauseEffects,
    raw,
    losses,
    scores,
    notes,
    isVetoed,
    sum,
    total: isVetoed ? Math.min(sum, 0) : sum,
  }
}

/** The total that these sections give, once losses of those without points are held. */
export function totalOf(
  center: CenterCase,
  raw: readonly number[],
  losses: readonly number[],
  readings: Readings,
  isVetoed: boolean,
): number {
  let sum = 0
  for (const score of held(center, raw, losses, readings, [])) sum += score
  return isVetoed ? Math.min(sum, 0) : sum
}

function held(
  { plan }: CenterCase,
  raw: readonly number[],
  losses: readonly number[],
  readings: Readings,
  notes: readonly Adjustment[][],
): number[] {
  const scores = raw.slice()
  for (const pool of plan.pools) {
    const counted = countedIn(
      pool.sections.map((section) => losses[section] ?? 0),
      holdUnder(pool, readings),
    )
    pool.sections.forEach((section, place) => {
      const back = (losses[section] ?? 0) - (counted[place] ?? 0)
      scores[section] = (scores[section] ?? 0) + back
      const ref = plan.sections[section]?.sectionId
      if (back !== 0 && ref !== undefined) notes[section]?.push({ kind: 'unpointed', ref, effect: back })
    })
  }
  return scores
}
