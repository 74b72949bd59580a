import type { Claim } from './claim.ts'
import { claimPrice, countingUnder, unitUnder } from './claim-price.ts'
import { chargeEvent, type ClaimGroup } from './event-charge.ts'
import type { Readings } from './question-plan.ts'
import type { ScoringPlan } from './scoring-plan.ts'

/** One thing that can become of a group: what each claim is charged, where instead (-1: itself), and which apply at all. */
export interface EventOutcome {
  readonly charges: readonly number[]
  readonly elsewhere: readonly number[]
  readonly isMet: readonly boolean[]
}

/** What the decisions of today make of the group. */
export function eventNow(group: ClaimGroup, plan: ScoringPlan, readings: Readings): EventOutcome {
  const prices = group.claims.map((claim) => claimPrice(claim, plan.questions, readings, 'now'))
  const isMet = group.claims.map((claim) => claim.isCounted && unitUnder(claim, plan.questions, readings) !== null)
  return outcomeOf(group, { prices, isMet }, plan, readings)
}

/**
 * What becomes of the group if only one claim of it is decided, in every way that matters, and the others stand as
 * they do today.
 */
export function eventIf(group: ClaimGroup, place: number, plan: ScoringPlan, readings: Readings): EventOutcome[] {
  const today = eventNow(group, plan, readings)
  const nowOf = (claim: Claim) => claimPrice(claim, plan.questions, readings, 'now')
  const claim = group.claims[place]
  if (claim === undefined) return []
  const rivals = group.claims.filter((other) => other !== claim).map(nowOf)
  return ways(claim, rivals, plan, readings).map((way) =>
    outcomeOf(
      group,
      {
        prices: group.claims.map((other, at) => (at === place ? way.price : nowOf(other))),
        isMet: today.isMet.map((isMet, at) => (at === place ? way.isMet : isMet)),
      },
      plan,
      readings,
    ),
  )
}

/**
 * Every outcome that some decisions still open can bring and that matters for the lowest or highest total. Who is
 * charged depends on who costs more, so the ends of each price are not enough: a claim may also cost just enough to
 * outdo its rivals at their least. `null` where there are too many ways: then only bounds can be given.
 */
export function eventOutcomes(group: ClaimGroup, plan: ScoringPlan, readings: Readings): EventOutcome[] | null {
  const least = group.claims.map((claim) => claimPrice(claim, plan.questions, readings, 'least'))
  const choices = group.claims.map((claim, place) =>
    ways(claim, sumsOf(least.filter((_, at) => at !== place)), plan, readings),
  )
  const count = choices.reduce((product, one) => product * one.length, 1)
  if (count > MOST_WAYS) return null
  return combinations(choices).map((chosen) =>
    outcomeOf(
      group,
      { prices: chosen.map(({ price }) => price), isMet: chosen.map(({ isMet }) => isMet) },
      plan,
      readings,
    ),
  )
}

const MOST_WAYS = 4096

interface Way {
  readonly price: number
  readonly isMet: boolean
}

export interface Ways {
  readonly prices: readonly number[]
  readonly isMet: readonly boolean[]
}

/** What becomes of a group whose claims come to these prices. */
export function outcomeOf(
  group: ClaimGroup,
  { prices, isMet }: Ways,
  plan: ScoringPlan,
  readings: Readings,
): EventOutcome {
  const elsewhere = chargeEvent(group, prices, plan.relations, plan.questions, readings)
  return { elsewhere, isMet, charges: prices.map((price, place) => (elsewhere[place] === -1 ? price : 0)) }
}

/** The prices at which a claim can end: gone, at either end, and where it just equals or outdoes a rival. */
function ways(claim: Claim, rivals: readonly number[], plan: ScoringPlan, readings: Readings): Way[] {
  const unit = unitUnder(claim, plan.questions, readings)
  if (unit === null) return [{ price: 0, isMet: false }]
  const isOnce = countingUnder(claim.clause, plan.questions, readings) !== 'each'
  const lowest = isOnce ? 1 : claim.countLow
  const highest = isOnce ? 1 : claim.countHigh
  const results: Way[] = claim.canVanish ? [{ price: 0, isMet: false }] : []
  const prices = new Set([unit.low * lowest, unit.high * highest])
  for (const rival of rivals)
    for (const target of [rival, rival + 1]) {
      const price = nearest(target, unit, lowest, highest)
      if (price !== null) prices.add(price)
    }
  for (const price of prices) results.push({ price, isMet: true })
  return results
}

/** The least price of at least `target` that some count and some amount make. */
function nearest(
  target: number,
  unit: { readonly low: number; readonly high: number },
  lowest: number,
  highest: number,
): number | null {
  let best: number | null = null
  for (let count = lowest; count <= highest; count += 1) {
    const amount = Math.max(unit.low, Math.ceil(target / count))
    if (amount <= unit.high && (best === null || amount * count < best)) best = amount * count
  }
  return best
}

function combinations<Choice>(choices: readonly (readonly Choice[])[]): Choice[][] {
  return choices.reduce<Choice[][]>((all, next) => all.flatMap((chosen) => next.map((one) => [...chosen, one])), [[]])
}

/** Rivals of one place are weighed together, so every sum of some of them is a price to outdo. */
function sumsOf(prices: readonly number[]): number[] {
  return prices.reduce<number[]>((sums, price) => [...new Set([...sums, ...sums.map((sum) => sum + price)])], [0])
}
