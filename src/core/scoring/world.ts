import { breakersUnder } from './absence-plan.ts'
import { attribute, attributeRunning, type Attribution } from './attribute.ts'
import { capClause } from './cap-clause.ts'
import type { CenterCase } from './center-case.ts'
import { claimPrice, countingUnder, unitUnder } from './claim-price.ts'
import type { EventOutcome } from './event-outcomes.ts'
import { countedIn, holdUnder } from './pool-plan.ts'
import type { Readings } from './question-plan.ts'
import type { Adjustment } from './score-sheet.ts'
import { tallySection } from './tally-section.ts'

/** What the open decisions are taken to become: as they stand, or all for the lowest or the highest total. */
export type Side = 'now' | 'lowest' | 'highest'

/** One way in which everything about a center could be settled, and the total that it gives. */
export interface World extends Attribution {
  readonly readings: Readings
  readonly side: Side
  /** By claim: what it is charged, where instead, and whether its clause applies to it at all. */
  readonly charges: number[]
  readonly elsewhere: number[]
  readonly isMet: boolean[]
  /** By clause, before and after its own caps. */
  readonly uncapped: number[]
  readonly clauseEffects: number[]
  /** By section: before sections without points are held, their losses, and after. */
  readonly raw: number[]
  readonly losses: number[]
  readonly scores: number[]
  readonly isVetoed: boolean
  /** Before and after a veto. */
  readonly sum: number
  readonly total: number
}

/** `outcomes` has one outcome for each group of claims that meet in one event. `notes` collects by section. */
export function worldOf(
  center: CenterCase,
  readings: Readings,
  side: Side,
  outcomes: readonly EventOutcome[],
  notes: readonly Adjustment[][] | null = null,
): World {
  const { plan, claims } = center
  const charges: number[] = []
  const isMet: boolean[] = []
  for (const claim of claims) {
    const isMost = side === 'lowest' ? claim.clause.sign < 0 : claim.clause.sign > 0
    const extreme = side === 'now' ? 'now' : isMost ? 'most' : 'least'
    charges.push(claimPrice(claim, plan.questions, readings, extreme))
    const isThere = extreme === 'now' ? claim.isCounted : isMost || !claim.canVanish
    const isBreaking = isThere && plan.isBreaker[claim.clause.index]
    isMet.push(isBreaking ? unitUnder(claim, plan.questions, readings) !== null : false)
  }
  const elsewhere = claims.map(() => -1)
  center.groups.forEach((group, at) => {
    const outcome = outcomes[at]
    group.claims.forEach(({ index }, place) => {
      charges[index] = outcome?.charges[place] ?? 0
      isMet[index] = outcome?.isMet[place] ?? false
      elsewhere[index] = group.claims[outcome?.elsewhere[place] ?? -1]?.index ?? -1
    })
  })
  return settle(center, { readings, side, charges, isMet, elsewhere }, notes)
}

/** The world in which one claim alone is charged otherwise. */
export function worldWith(center: CenterCase, world: World, index: number, charge: number, isMet: boolean): World {
  return settle(
    center,
    { ...world, charges: world.charges.with(index, charge), isMet: world.isMet.with(index, isMet) },
    null,
  )
}

function settle(
  center: CenterCase,
  { readings, side, charges, isMet, elsewhere }: Pick<World, 'readings' | 'side' | 'charges' | 'isMet' | 'elsewhere'>,
  notes: readonly Adjustment[][] | null,
): World {
  const { plan } = center
  const effects = charges.map(() => 0)
  const holders = charges.map(() => -1)
  const clauseEffects = center.plainEffects.slice()
  let isVetoed = false
  for (const group of center.runningGroups) attributeRunning(group.clauses, group.claims, charges, { effects, holders })
  for (const { clause, claims } of center.claimsByClause) {
    if (clause.runningCount === null)
      attribute(claims, charges, countingUnder(clause, plan.questions, readings), { effects, holders })
    let sum = 0
    for (const { index } of claims) sum += effects[index] ?? 0
    if (clause.isVeto) isVetoed ||= sum !== 0
    else clauseEffects[clause.index] = (clauseEffects[clause.index] ?? 0) + sum
  }
  for (const absence of plan.absences) {
    const isPossible = center.isClosed || side === 'highest'
    const isGiven = isPossible && isUnbroken(center, breakersUnder(absence, readings), isMet, side)
    clauseEffects[absence.clause.index] = isGiven ? absence.points : 0
  }
  const uncapped = center.cappable.length === 0 ? clauseEffects : clauseEffects.slice()
  for (const { clause, claims } of center.cappable)
    clauseEffects[clause.index] = capClause(
      clause,
      clauseEffects[clause.index] ?? 0,
      claims,
      effects,
      plan.questions,
      readings,
      notes?.[clause.sectionIndex] ?? null,
    )
  const raw: number[] = []
  const losses: number[] = []
  plan.sections.forEach((section, at) => {
    const tally = tallySection(section, clauseEffects, plan.questions, readings, notes?.[at] ?? null)
    raw.push(tally.score)
    losses.push(tally.losses)
  })
  const scores = held(center, raw, losses, readings, notes)
  const sum = scores.reduce((total, score) => total + score, 0)
  const total = isVetoed ? Math.min(sum, 0) : sum
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
    isVetoed,
    sum,
    total,
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
  for (const score of held(center, raw, losses, readings, null)) sum += score
  return isVetoed ? Math.min(sum, 0) : sum
}

/** Of several readings the one that the side looks for; today only what all have in common. False where nothing is known. */
export function isUnbroken(
  center: CenterCase,
  breakers: readonly ReadonlySet<number>[],
  isMet: readonly boolean[],
  side: Side,
): boolean {
  const isGiven = (one: ReadonlySet<number>) => !isBroken(center, one, isMet)
  return side === 'highest' ? breakers.some(isGiven) : breakers.length > 0 && breakers.every(isGiven)
}

function isBroken(
  { claims, plainCounts }: CenterCase,
  breakers: ReadonlySet<number>,
  isMet: readonly boolean[],
): boolean {
  for (const clause of breakers) if ((plainCounts[clause] ?? 0) > 0) return true
  return claims.some(({ index, clause }) => isMet[index] && breakers.has(clause.index))
}

function held(
  { plan }: CenterCase,
  raw: readonly number[],
  losses: readonly number[],
  readings: Readings,
  notes: readonly Adjustment[][] | null,
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
      if (back !== 0 && ref !== undefined) notes?.[section]?.push({ kind: 'unpointed', ref, effect: back })
    })
  }
  return scores
}
