import type { CenterCase } from './center-case.ts'
import { claimPrice, countingUnder } from './claim-price.ts'
import { clauseSum } from './clause-sum.ts'
import type { Readings } from './question-plan.ts'
import { cappedWith, totalOfSections } from './total-with.ts'
import { totalOf } from './settle-world.ts'
import type { World } from './world.ts'
import { extremeFor, outcomesIn, worldOf } from './world-of.ts'

/**
 * The total of a world if one open question alone were answered so. Only what the question is about is counted again; the
 * whole center where claims that meet in one event, an absence bonus or running numbers depend on it.
 */
export function totalUnder(center: CenterCase, world: World, question: number, option: number): number {
  const { plan, groups } = center
  const effect = plan.questions[question]?.options[option]
  const touched = plan.touched[question]
  const readings = world.readings.with(question, option)
  if (effect === undefined || touched === undefined || readings[question] === world.readings[question])
    return world.total
  const givesAbsences = center.isClosed || world.side === 'highest'
  switch (effect.kind) {
    case 'sharing':
    case 'escalation':
      return groups.length === 0 ? world.total : afresh(center, world, readings)
    case 'floor':
      return totalOfSections(center, world, world.clauseEffects, touched.sections, readings)
    case 'unpointed':
      return totalOf(center, world.raw, world.losses, readings, world.isVetoed)
    case 'breaks':
      return givesAbsences ? afresh(center, world, readings) : world.total
    case 'counting':
    case 'boundary':
    case 'bonus-cap':
    case 'antecedents':
    case 'amount':
    case 'none':
  }
  const clauses = touched.clauses.flatMap((index) => plan.clauses[index] ?? [])
  const claims = clauses.flatMap(({ index }) => center.claimsAt[index]?.claims ?? [])
  const isEntangled = claims.some(
    ({ index, clause }) =>
      center.groupOf[index] !== -1 ||
      clause.isVeto ||
      clause.runningCount !== null ||
      (givesAbsences && plan.isBreaker[clause.index]),
  )
  if (isEntangled) return afresh(center, world, readings)
  const charges = world.charges.slice()
  for (const claim of claims)
    charges[claim.index] = claimPrice(claim, plan.questions, readings, extremeFor(world.side, claim))
  const clauseEffects = world.clauseEffects.slice()
  for (const clause of clauses) {
    const own = center.claimsAt[clause.index]?.claims ?? []
    const before = clauseSum(own, world.charges, countingUnder(clause, plan.questions, world.readings), -1, 0)
    const after = clauseSum(own, charges, countingUnder(clause, plan.questions, readings), -1, 0)
    const uncapped = (world.uncapped[clause.index] ?? 0) - before + after
    clauseEffects[clause.index] = plan.isCapped[clause.index]
      ? cappedWith(center, clause, uncapped, charges, readings)
      : uncapped
  }
  const sections = new Set(clauses.map(({ sectionIndex }) => sectionIndex))
  return totalOfSections(center, world, clauseEffects, [...sections], readings)
}

function afresh(center: CenterCase, world: World, readings: Readings): number {
  return worldOf(center, readings, world.side, outcomesIn(center, world, readings)).total
}
