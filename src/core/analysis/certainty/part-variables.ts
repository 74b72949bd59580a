import { spanOf } from '../../scoring/attribute.ts'
import type { CenterCase } from '../../scoring/center-case.ts'
import type { Claim } from '../../scoring/claim.ts'
import { countingUnder } from '../../scoring/claim-price.ts'
import type { ClaimGroup } from '../../scoring/event-charge.ts'
import { outcomeOf } from '../../scoring/event-outcomes.ts'
import type { Readings } from '../../scoring/question-plan.ts'
import type { Assumptions } from './assumptions.ts'
import type { Part } from './center-parts.ts'
import { claimChances } from './claim-chances.ts'

/**
 * One thing about a part that goes its own way: what its claims are charged, in signed hundredths by the place of the clause
 * that is charged (`charged`), and which clauses that break a bonus apply after all.
 */
export interface PartVariable {
  readonly outcomes: readonly VariableOutcome[]
}

export interface VariableOutcome {
  /** Pairs: a claim's place and its charge; claims not named are charged nothing. */
  readonly charges: readonly (readonly [claim: number, charge: number])[]
  /** Claims whose clause applies, of those that may break a bonus. */
  readonly met: readonly number[]
  readonly weight: number
}

/**
 * The variables of a part under these readings: claims under one clause that simply add up, or of which the dearest is charged,
 * are one; claims that meet in one event are one; every other claim is by itself.
 */
export function partVariables(
  center: CenterCase,
  part: Part,
  readings: Readings,
  assumptions: Assumptions,
): PartVariable[] {
  const { plan, claims, groups, groupOf } = center
  const own = new Set(clausesOf(center, part))
  const variables: PartVariable[] = part.groups.map((at) => groupVariable(center, groups[at], readings, assumptions))
  const alike = new Map<string, { readonly isSum: boolean; readonly claims: Claim[] }>()
  for (const claim of claims) {
    const { clause, index } = claim
    if (groupOf[index] !== -1 || !own.has(clause.index)) continue
    const counting = countingUnder(clause, plan.questions, readings)
    const isApart = clause.runningCount !== null || isPeriodCapped(claim)
    const isSum = counting === 'each'
    const span = counting === 'each-span' ? spanOf(claim.occurredOn, clause.clause.perSpan) : ''
    const key = isApart ? `claim ${index}` : `clause ${clause.index} ${span}`
    const known = alike.get(key)
    if (known) known.claims.push(claim)
    else alike.set(key, { isSum, claims: [claim] })
  }
  const adding = new Map<string, PartVariable[]>()
  for (const { isSum, claims } of alike.values()) {
    const variable = alikeVariable(center, claims, isSum, readings, assumptions)
    const [first] = claims
    if (first === undefined || !isAdding(center, first, isSum)) variables.push(variable)
    else {
      const key = `${first.clause.sectionIndex} ${first.clause.sign}`
      const known = adding.get(key)
      if (known) known.push(variable)
      else adding.set(key, [variable])
    }
  }
  for (const alike of adding.values()) variables.push(alike.reduce(together))
  return variables
}

/** Whether only the sum of its section's losses (or gains) matters, so that what it is charged may be told of another. */
function isAdding({ plan, claimsAt, groupOf }: CenterCase, { clause }: Claim, isSum: boolean): boolean {
  const criterion = plan.sections[clause.sectionIndex]?.criteria.find((one) => one.criterionId === clause.criterionId)
  const isMeeting = claimsAt[clause.index]?.claims.some(({ index }) => groupOf[index] !== -1) ?? false
  const isSpecial = clause.isZero || clause.isVeto || clause.runningCount !== null || plan.isCapped[clause.index]
  return (criterion?.isSum ?? false) && !isSpecial && (isSum || !isMeeting)
}

/** Two that are charged one claim each, as one that is charged the first one's. */
function together(one: PartVariable, other: PartVariable): PartVariable {
  const outcomes = new Map<string, VariableOutcome>()
  for (const a of one.outcomes)
    for (const b of other.outcomes) {
      const price = (a.charges[0]?.[1] ?? 0) + (b.charges[0]?.[1] ?? 0)
      const met = [...a.met, ...b.met]
      const key = `${price} ${met.join()}`
      const weight = (outcomes.get(key)?.weight ?? 0) + a.weight * b.weight
      outcomes.set(key, { charges: [[a.charges[0]?.[0] ?? 0, price]], met, weight })
    }
  return { outcomes: [...outcomes.values()] }
}

export function clausesOf({ plan }: CenterCase, part: Part): number[] {
  if (part.isWhole) return plan.clauses.map(({ index }) => index)
  const sections = new Set(part.sections)
  return [
    ...part.clauses,
    ...plan.clauses.filter(({ sectionIndex }) => sections.has(sectionIndex)).map(({ index }) => index),
  ]
}

function isPeriodCapped({ clause: { clause } }: Claim): boolean {
  return clause.cap?.kind === 'points' && clause.cap.over.kind === 'period'
}

/** Charges of claims that are alike can be told as one charge of the first of them. */
function alikeVariable(
  { plan }: CenterCase,
  claims: readonly Claim[],
  isSum: boolean,
  readings: Readings,
  assumptions: Assumptions,
): PartVariable {
  let states = new Map<string, { readonly price: number; readonly isMet: boolean; readonly weight: number }>([
    ['', { price: 0, isMet: false, weight: 1 }],
  ])
  for (const claim of claims) {
    const next: typeof states = new Map()
    for (const state of states.values())
      for (const chance of claimChances(claim, plan, readings, assumptions)) {
        const price = isSum ? state.price + chance.price : Math.max(state.price, chance.price)
        const isMet = state.isMet || (chance.isMet && (plan.isBreaker[claim.clause.index] ?? false))
        const key = `${price} ${isMet}`
        const weight = (next.get(key)?.weight ?? 0) + state.weight * chance.weight
        next.set(key, { price, isMet, weight })
      }
    states = next
  }
  const index = claims[0]?.index ?? 0
  return {
    outcomes: [...states.values()].map(({ price, isMet, weight }) => ({
      charges: [[index, price]],
      met: isMet ? [index] : [],
      weight,
    })),
  }
}

function groupVariable(
  { plan }: CenterCase,
  group: ClaimGroup | undefined,
  readings: Readings,
  assumptions: Assumptions,
): PartVariable {
  if (group === undefined) return { outcomes: [] }
  const ways = group.claims
    .map((claim) => claimChances(claim, plan, readings, assumptions))
    .reduce<{ prices: number[]; isMet: boolean[]; weight: number }[]>(
      (all, chances) =>
        all.flatMap(({ prices, isMet, weight }) =>
          chances.map((chance) => ({
            prices: [...prices, chance.price],
            isMet: [...isMet, chance.isMet],
            weight: weight * chance.weight,
          })),
        ),
      [{ prices: [], isMet: [], weight: 1 }],
    )
  const outcomes = new Map<string, VariableOutcome>()
  for (const way of ways) {
    const { charges, isMet } = outcomeOf(group, way, plan, readings)
    const outcome = {
      charges: group.claims.map(({ index }, place) => [index, charges[place] ?? 0] as const),
      met: group.claims.flatMap(({ index, clause }, place) =>
        isMet[place] && plan.isBreaker[clause.index] ? [index] : [],
      ),
    }
    const key = JSON.stringify(outcome)
    outcomes.set(key, { ...outcome, weight: (outcomes.get(key)?.weight ?? 0) + way.weight })
  }
  return { outcomes: [...outcomes.values()] }
}
