import { attribute } from './attribute.ts'
import { capClause } from './cap-clause.ts'
import type { CenterCase } from './center-case.ts'
import type { Claim } from './claim.ts'
import { countingUnder } from './claim-price.ts'
import { totalOf, worldWith, type World } from './world.ts'
import { tallySection } from './tally-section.ts'

/**
 * The total of a world if one claim alone were charged otherwise. Only its clause and its section are counted again,
 * unless it also touches what is counted over the whole center: a veto, an absence bonus, a running number.
 */
export function totalWith(center: CenterCase, world: World, claim: Claim, charge: number, isMet: boolean): number {
  const { clause, index } = claim
  const isBreaker = center.isClosed && center.plan.breakers.has(clause.index)
  if (clause.isVeto || clause.runningCount !== null || isBreaker)
    return worldWith(center, world, index, charge, isMet).total
  const { plan } = center
  const claims = center.claimsAt[clause.index]?.claims ?? []
  const effects = world.effects.slice()
  const charges = world.charges.with(index, charge)
  const before = sumOf(claims, effects)
  attribute(claims, charges, countingUnder(clause, plan.questions, world.readings), { effects, holders: [] })
  const uncapped = (world.uncapped[clause.index] ?? 0) - before + sumOf(claims, effects)
  const capped = plan.capped.includes(clause)
    ? capClause(clause, uncapped, claims, effects, plan.questions, world.readings, null)
    : uncapped
  const section = plan.sections[clause.sectionIndex]
  if (section === undefined) return world.total
  const clauseEffects = world.clauseEffects.with(clause.index, capped)
  const tally = tallySection(section, clauseEffects, plan.questions, world.readings, null)
  return totalOf(
    center,
    world.raw.with(clause.sectionIndex, tally.score),
    world.losses.with(clause.sectionIndex, tally.losses),
    world,
  )
}

function sumOf(claims: readonly Claim[], effects: readonly number[]): number {
  let sum = 0
  for (const { index } of claims) sum += effects[index] ?? 0
  return sum
}
