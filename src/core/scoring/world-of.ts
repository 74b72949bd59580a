import type { CenterCase } from './center-case.ts'
import type { Claim } from './claim.ts'
import { claimPrice, unitUnder, type Extreme } from './claim-price.ts'
import { eventNow, type EventOutcome } from './event-outcomes.ts'
import type { Readings } from './question-plan.ts'
import { settleWorld } from './settle-world.ts'
import type { Side, World } from './world.ts'

/** `outcomes` has one outcome for each group of claims that meet in one event. */
export function worldOf(center: CenterCase, readings: Readings, side: Side, outcomes: readonly EventOutcome[]): World {
  const { plan, claims } = center
  const charges: number[] = []
  const isMet: boolean[] = []
  const elsewhere: number[] = []
  for (const claim of claims) {
    const extreme = extremeFor(side, claim)
    charges.push(claimPrice(claim, plan.questions, readings, extreme))
    const isThere = extreme === 'now' ? claim.isCounted : extreme === 'most' || !claim.canVanish
    const isBreaking = isThere && plan.isBreaker[claim.clause.index]
    isMet.push(isBreaking ? unitUnder(claim, plan.questions, readings) !== null : false)
    elsewhere.push(-1)
  }
  center.groups.forEach((group, at) => {
    const outcome = outcomes[at]
    group.claims.forEach(({ index }, place) => {
      charges[index] = outcome?.charges[place] ?? 0
      isMet[index] = outcome?.isMet[place] ?? false
      elsewhere[index] = group.claims[outcome?.elsewhere[place] ?? -1]?.index ?? -1
    })
  })
  return settleWorld(center, { readings, side, charges, isMet, elsewhere }, side === 'now')
}

/** The world in which one claim alone is charged otherwise. */
export function worldWith(center: CenterCase, world: World, index: number, charge: number, isMet: boolean): World {
  const { readings, side, elsewhere } = world
  const charges = world.charges.with(index, charge)
  return settleWorld(center, { readings, side, charges, isMet: world.isMet.with(index, isMet), elsewhere }, false)
}

/** What a claim is taken to come to: losses most and gains least for the lowest total. */
export function extremeFor(side: Side, { clause }: Claim): Extreme {
  if (side === 'now') return 'now'
  return (side === 'lowest') === clause.sign < 0 ? 'most' : 'least'
}

/** What becomes of groups in another reading: today it is decided anew, at an extreme the outcome of the world stays. */
export function outcomesIn({ groups, plan }: CenterCase, world: World, readings: Readings): EventOutcome[] {
  if (world.side === 'now') return groups.map((group) => eventNow(group, plan, readings))
  return groups.map(({ claims }) => ({
    charges: claims.map(({ index }) => world.charges[index] ?? 0),
    isMet: claims.map(({ index }) => world.isMet[index] ?? false),
    elsewhere: claims.map(() => -1),
  }))
}
