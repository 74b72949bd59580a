import { attribute } from './attribute.ts'
import { capClause } from './cap-clause.ts'
import type { CenterCase } from './center-case.ts'
import type { Claim } from './claim.ts'
import { countingUnder } from './claim-price.ts'
import { clauseSum } from './clause-sum.ts'
import type { ClausePlan } from './clause-plan.ts'
import type { Readings } from './question-plan.ts'
import { tallySection } from './tally-section.ts'
import { totalOf } from './settle-world.ts'
import type { World } from './world.ts'
import { worldWith } from './world-of.ts'

/**
 * The total of a world if one claim alone were charged otherwise. Only its clause and its section are counted again,
 * unless it also touches what is counted over the whole center: a veto, an absence bonus, a running number.
 */
export function totalWith(center: CenterCase, world: World, claim: Claim, charge: number, isMet: boolean): number {
  const { clause, index } = claim
  const isBreaking = center.isClosed && center.plan.isBreaker[clause.index] && isMet !== world.isMet[index]
  if (clause.isVeto || clause.runningCount !== null || isBreaking)
    return worldWith(center, world, index, charge, isMet).total
  const { plan } = center
  const claims = center.claimsAt[clause.index]?.claims ?? []
  const counting = countingUnder(clause, plan.questions, world.readings)
  const before = clauseSum(claims, world.charges, counting, -1, 0)
  const after = clauseSum(claims, world.charges, counting, index, charge)
  if (before === after && !plan.isCapped[clause.index]) return world.total
  const uncapped = (world.uncapped[clause.index] ?? 0) - before + after
  const capped = plan.isCapped[clause.index]
    ? cappedWith(center, clause, uncapped, world.charges.with(index, charge), world.readings)
    : uncapped
  const clauseEffects = world.clauseEffects.slice()
  clauseEffects[clause.index] = capped
  return totalOfSections(center, world, clauseEffects, [clause.sectionIndex], world.readings)
}

/** The total of a world with other effects of clauses, of which only these sections are counted again. */
export function totalOfSections(
  center: CenterCase,
  world: World,
  clauseEffects: readonly number[],
  sections: readonly number[],
  readings: Readings,
): number {
  const raw = world.raw.slice()
  const losses = world.losses.slice()
  for (const at of sections) {
    const section = center.plan.sections[at]
    if (section === undefined) continue
    const tally = tallySection(section, clauseEffects, center.plan.questions, readings, null)
    raw[at] = tally.score
    losses[at] = tally.losses
  }
  return totalOf(center, raw, losses, readings, world.isVetoed)
}

/** What a clause with caps of its own moves; a cap over periods needs to know which claim moves what. */
export function cappedWith(
  center: CenterCase,
  clause: ClausePlan,
  uncapped: number,
  charges: readonly number[],
  readings: Readings,
): number {
  const { questions } = center.plan
  const claims = center.claimsAt[clause.index]?.claims ?? []
  const effects: number[] = []
  attribute(claims, charges, countingUnder(clause, questions, readings), { effects, holders: [] })
  return capClause(clause, uncapped, claims, effects, questions, readings, null)
}
