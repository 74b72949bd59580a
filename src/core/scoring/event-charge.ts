import { compareClaims, type Claim } from './claim.ts'
import { effectUnder } from './effect-under.ts'
import type { QuestionPlan, Readings } from './question-plan.ts'
import type { EscalationPlan, RelationPlan, SharingPlan } from './relation-plan.ts'

/** Claims about one event, or (`isEvent` false) rivals of one 只按最高一级 that no event joins. */
export interface ClaimGroup {
  readonly claims: readonly Claim[]
  readonly isEvent: boolean
}

/**
 * One event, one charge: for each claim of the group the place of the claim that is charged instead, -1 where it is
 * charged itself. First what the notice says outright (按…标准), then worse outcomes, then what the office answered.
 * Claims without a price take no part.
 */
export function chargeEvent(
  { claims, isEvent }: ClaimGroup,
  prices: readonly number[],
  relations: RelationPlan,
  questions: readonly QuestionPlan[],
  readings: Readings,
): number[] {
  const elsewhere = claims.map(() => -1)
  const isLive = (place: number) => elsewhere[place] === -1 && (prices[place] ?? 0) > 0
  const live = (isMember: (clause: number) => boolean) =>
    claims.flatMap(({ clause }, place) => (isLive(place) && isMember(clause.index) ? [place] : []))
  const giveUp = (places: readonly number[], winner: number) => {
    for (const place of places) if (place !== winner) elsewhere[place] = winner
  }
  if (isEvent) {
    for (const { from, to, isToCharged } of relations.chargedAs)
      for (const late of live((clause) => clause === to))
        for (const early of live((clause) => clause === from)) {
          if (isBefore(claims[late], claims[early]) || !isLive(late)) continue
          giveUp([isToCharged ? early : late], isToCharged ? late : early)
        }
    for (const escalation of relations.escalations) {
      const [worse] = live((clause) => clause === escalation.worse)
      if (worse === undefined || !isReplacing(escalation, questions, readings)) continue
      giveUp(
        live((clause) => clause === escalation.base),
        worse,
      )
    }
    for (const sharing of relations.sharings) {
      if (!isHighest(sharing, questions, readings)) continue
      const rivals = live((clause) => sharing.members.has(clause))
      const placeOf = (place: number) => relations.placeOf[claims[place]?.clause.index ?? -1]
      const sums = new Map<number | undefined, number>()
      for (const rival of rivals) sums.set(placeOf(rival), (sums.get(placeOf(rival)) ?? 0) + (prices[rival] ?? 0))
      const winner = dearest(claims, rivals, (place) => sums.get(placeOf(place)) ?? 0)
      giveUp(
        rivals.filter((rival) => placeOf(rival) !== placeOf(winner)),
        winner,
      )
    }
  }
  for (const members of relations.highestOnly) {
    const rivals = live((clause) => members.has(clause))
    giveUp(
      rivals,
      dearest(claims, rivals, (place) => prices[place] ?? 0),
    )
  }
  return elsewhere
}

function isBefore(one: Claim | undefined, other: Claim | undefined): boolean {
  return one !== undefined && other !== undefined && one.occurredOn < other.occurredOn
}

function isReplacing(escalation: EscalationPlan, questions: readonly QuestionPlan[], readings: Readings): boolean {
  const effect = effectUnder(questions, readings, escalation.question)
  return effect?.kind === 'escalation' ? effect.mode === 'replaces' : escalation.isReplacing
}

function isHighest(sharing: SharingPlan, questions: readonly QuestionPlan[], readings: Readings): boolean {
  const effect = effectUnder(questions, readings, sharing.question)
  return effect?.kind === 'sharing' ? effect.mode === 'highest' : sharing.isHighest
}

/** Of equals the earliest; of equals on one day the one whose clause stands first in the notice. */
function dearest(claims: readonly Claim[], rivals: readonly number[], weigh: (place: number) => number): number {
  const [first, ...rest] = rivals
  return rest.reduce((best, rival) => (isDearer(claims, rival, best, weigh) ? rival : best), first ?? -1)
}

function isDearer(claims: readonly Claim[], one: number, other: number, weigh: (place: number) => number): boolean {
  const gap = weigh(one) - weigh(other)
  const [a, b] = [claims[one], claims[other]]
  if (gap !== 0 || !a || !b) return gap > 0
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn
  return a.clause.index === b.clause.index ? compareClaims(a, b) < 0 : a.clause.index < b.clause.index
}
