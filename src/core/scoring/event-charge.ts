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
  const event: Charging = { claims, prices, elsewhere: claims.map(() => -1) }
  if (isEvent) {
    for (const { from, to, isToCharged } of relations.chargedAs)
      for (const late of liveUnder(event, to))
        for (const early of liveUnder(event, from)) {
          if (isBefore(claims[late], claims[early]) || !isLive(event, late)) continue
          event.elsewhere[isToCharged ? early : late] = isToCharged ? late : early
        }
    for (const escalation of relations.escalations) {
      const [worse] = liveUnder(event, escalation.worse)
      if (worse === undefined || !isReplacing(escalation, questions, readings)) continue
      for (const base of liveUnder(event, escalation.base)) event.elsewhere[base] = worse
    }
    for (const sharing of relations.sharings)
      if (isHighest(sharing, questions, readings)) chargeDearestPlace(event, sharing.members, relations.placeOf)
  }
  for (const members of relations.highestOnly) chargeDearest(event, members)
  return event.elsewhere
}

interface Charging {
  readonly claims: readonly Claim[]
  readonly prices: readonly number[]
  readonly elsewhere: number[]
}

function chargeDearestPlace(event: Charging, members: ReadonlySet<number>, placeOf: readonly number[]): void {
  const { claims, prices, elsewhere } = event
  const rivals = liveAmong(event, members)
  if (rivals.length < 2) return
  const places = claims.map(({ clause }) => placeOf[clause.index] ?? -1)
  const sums = claims.map((_, place) =>
    rivals.reduce((sum, rival) => sum + (places[rival] === places[place] ? (prices[rival] ?? 0) : 0), 0),
  )
  const winner = dearest(claims, rivals, sums)
  for (const rival of rivals) if (places[rival] !== places[winner]) elsewhere[rival] = winner
}

function chargeDearest(event: Charging, members: ReadonlySet<number>): void {
  const rivals = liveAmong(event, members)
  const winner = dearest(event.claims, rivals, event.prices)
  for (const rival of rivals) if (rival !== winner) event.elsewhere[rival] = winner
}

function isLive({ prices, elsewhere }: Charging, place: number): boolean {
  return elsewhere[place] === -1 && (prices[place] ?? 0) > 0
}

function liveUnder(event: Charging, index: number): number[] {
  return event.claims.flatMap(({ clause }, place) => (clause.index === index && isLive(event, place) ? [place] : []))
}

function liveAmong(event: Charging, members: ReadonlySet<number>): number[] {
  return event.claims.flatMap(({ clause }, place) => (members.has(clause.index) && isLive(event, place) ? [place] : []))
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
function dearest(claims: readonly Claim[], rivals: readonly number[], weights: readonly number[]): number {
  let best = rivals[0] ?? -1
  for (const rival of rivals) if (isDearer(claims, rival, best, weights)) best = rival
  return best
}

function isDearer(claims: readonly Claim[], one: number, other: number, weights: readonly number[]): boolean {
  const gap = (weights[one] ?? 0) - (weights[other] ?? 0)
  const [a, b] = [claims[one], claims[other]]
  if (gap !== 0 || !a || !b) return gap > 0
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn
  return a.clause.index === b.clause.index ? compareClaims(a, b) < 0 : a.clause.index < b.clause.index
}
