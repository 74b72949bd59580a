import type { ClaimGroup } from './event-charge.ts'
import { eventOutcomes, type EventOutcome } from './event-outcomes.ts'
import { claimRange } from './claim-range.ts'
import type { Readings } from './question-plan.ts'
import type { ScoringPlan } from './scoring-plan.ts'
import { signed } from './signed.ts'

/** What can become of a group that nothing else outdoes at one end, and how far each claim's own effect can go. */
export interface ExtremeOutcomes {
  readonly lowest: readonly EventOutcome[]
  readonly highest: readonly EventOutcome[]
  readonly leastEffect: readonly number[]
  readonly mostEffect: readonly number[]
  /** Bounds only: no decision need reach them. */
  readonly isRough: boolean
}

/**
 * The total never rises when a loss grows, when a gain shrinks or when one finding more breaks an absence bonus. So for
 * the lowest total only outcomes matter that are not milder in every respect than another, and the reverse for the
 * highest: mostly one each. Where there are too many ways, one outcome worse (and one better) than all stands for them:
 * the interval still holds every score, though its end may not be reached.
 */
export function extremeOutcomes(group: ClaimGroup, plan: ScoringPlan, readings: Readings): ExtremeOutcomes {
  const outcomes = eventOutcomes(group, plan, readings)
  return outcomes === null ? roughOutcomes(group, plan) : endsOf(group, outcomes, false)
}

/** Bounds only: everything charged at its most beside nothing at all. */
export function roughOutcomes(group: ClaimGroup, plan: ScoringPlan): ExtremeOutcomes {
  const elsewhere = group.claims.map(() => -1)
  const most = group.claims.map((claim) => claimRange(plan, claim)[1])
  const none = { charges: most.map(() => 0), elsewhere, isMet: most.map(() => false) }
  return endsOf(group, [none, { charges: most, elsewhere, isMet: most.map((price) => price > 0) }], true)
}

function endsOf(group: ClaimGroup, outcomes: readonly EventOutcome[], isRough: boolean): ExtremeOutcomes {
  const effects = outcomes.map(({ charges }) =>
    group.claims.map(({ clause }, place) => signed(clause.sign, charges[place] ?? 0)),
  )
  const over = (pick: (...values: number[]) => number) =>
    group.claims.map((_, place) => pick(...effects.map((effect) => effect[place] ?? 0)))
  return {
    lowest: undominated(outcomes, effects, 1),
    highest: undominated(outcomes, effects, -1),
    leastEffect: over(Math.min),
    mostEffect: over(Math.max),
    isRough,
  }
}

function undominated(
  outcomes: readonly EventOutcome[],
  effects: readonly (readonly number[])[],
  direction: 1 | -1,
): EventOutcome[] {
  const keys = outcomes.map(({ isMet }, at) => [
    ...(effects[at] ?? []).map((effect) => effect * direction),
    ...isMet.map((met) => (met ? -direction : 0)),
  ])
  const isAtMost = (one: readonly number[], other: readonly number[]) =>
    one.every((value, place) => value <= (other[place] ?? 0))
  return outcomes.filter((_, at) => {
    const own = keys[at] ?? []
    return keys.every((other, place) => place === at || !isAtMost(other, own) || (isAtMost(own, other) && place > at))
  })
}
