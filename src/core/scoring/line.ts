import type { BonusId, FindingId } from '../kernel/identifiers.ts'
import type { CenterCase } from './center-case.ts'
import { compareClaims, type Claim } from './claim.ts'
import { priceNow, unitUnder } from './claim-price.ts'
import { outcomeAt, ownQuestions } from './clause-plan.ts'
import { subjectOf } from './direct-line.ts'
import { isOpenClaim } from './open-claim.ts'
import type { Interval, LineOutcome, ScoreLine } from './score-sheet.ts'
import { signed } from './signed.ts'
import type { UnitPrice } from './price-facts.ts'
import type { World } from './world.ts'

/** The line of a claim as the certain world has it; `open` is how far its effect can go, null where nothing is. */
export function lineOf(center: CenterCase, claim: Claim, world: World, open: Interval | null): ScoreLine {
  const { clause, index } = claim
  const effect = clause.isVeto ? vetoEffect(center, claim, world) : (world.effects[index] ?? 0)
  const between: Interval = open ?? [effect, effect]
  return {
    clauseId: clause.clauseId,
    criterionId: clause.criterionId,
    subject: subjectOf(claim.source, claim.countNow),
    outcome: outcomeOf(center, claim, world, between),
    effect,
    between,
    because: claim.source.because,
  }
}

/** The earliest veto takes all that there is; another has nothing left to take. */
function vetoEffect({ claims }: CenterCase, claim: Claim, { charges, sum }: World): number {
  const [first] = claims.filter(({ clause, index }) => clause.isVeto && (charges[index] ?? 0) > 0).sort(compareClaims)
  return first === claim && sum > 0 ? -sum : 0
}

function outcomeOf(center: CenterCase, claim: Claim, world: World, between: Interval): LineOutcome {
  const { clause, index, source } = claim
  const unit = unitUnder(claim, center.plan.questions, world.readings)
  if (unit !== null && !unit.isBounded && unit.now === null) return { kind: 'not-computed' }
  // Under appeal too: whatever takes from the total must be known for a veto.
  if (clause.isVeto && (world.charges[index] ?? 0) > 0) return clause.outcome
  if (!claim.isCounted) return { kind: 'findingId' in source ? 'awaiting-decision' : 'awaiting-approval' }
  if (unit !== null && unit.now === null && unit.low !== unit.high) return { kind: 'awaiting-amount' }
  if (claim.isVariable && unit !== null) return underAppeal(claim, unit)
  if (between[0] !== between[1] && !isOpenAround(center, claim, world)) {
    const questionIds = questionsAround(center, claim).flatMap((question) => center.plan.questions[question]?.id ?? [])
    if (questionIds.length > 0) return { kind: 'open-question', questionIds }
  }
  if (unit === null) return { kind: 'not-met' }
  const winner = center.claims[world.elsewhere[index] ?? -1]
  if (winner) return elsewhere(winner)
  const holder = center.claims[world.holders[index] ?? -1]
  if (holder) return { kind: 'charged-already', findingId: holder.id as FindingId }
  if (clause.runningCount !== null) return runningOutcome(center, claim, world)
  return clause.fixed >= 0 && unit.now === clause.fixed
    ? clause.outcome
    : outcomeAt(clause.clause, signed(clause.sign, priceNow(unit)))
}

function underAppeal({ clause }: Claim, unit: UnitPrice): LineOutcome {
  return { kind: 'under-appeal', perOccurrence: signed(clause.sign, priceNow(unit)) }
}

function elsewhere(winner: Claim): LineOutcome {
  return 'bonusId' in winner.source
    ? { kind: 'added-elsewhere', bonusId: winner.id as BonusId }
    : { kind: 'charged-elsewhere', findingId: winner.id as FindingId }
}

/** The dearest number that the line holds names its price; a line that only holds numbers without one is not met. */
function runningOutcome(center: CenterCase, { clause, index, countNow }: Claim, { effects }: World): LineOutcome {
  const effect = effects[index] ?? 0
  if (effect === 0) return { kind: 'not-met' }
  const prices = center.runningGroups.flatMap(({ clauses }) => clauses.map(({ fixed }) => fixed))
  const exact = prices.find((price) => price * countNow === Math.abs(effect))
  const fitting = prices.filter((price) => price <= Math.abs(effect))
  return outcomeAt(clause.clause, signed(clause.sign, exact ?? Math.max(...fitting)))
}

/** Whether the line is open because a decision is missing, its own or of one that it meets or shares its price with. */
function isOpenAround(center: CenterCase, claim: Claim, { readings }: World): boolean {
  const group = center.groups[center.groupOf[claim.index] ?? -1]?.claims ?? []
  const siblings = center.claimsAt[claim.clause.index]?.claims ?? []
  return [claim, ...group, ...siblings].some((one) => isOpenClaim(center.plan, one, readings))
}

function questionsAround({ plan, groups, groupOf }: CenterCase, claim: Claim): number[] {
  const { clause, index } = claim
  const { sharings, escalations } = plan.relations
  const present = new Set(groups[groupOf[index] ?? -1]?.claims.map((claim) => claim.clause.index))
  const met = (...indexes: number[]) => indexes.includes(clause.index) && indexes.every((one) => present.has(one))
  return [
    ...ownQuestions(clause),
    ...sharings
      .filter(({ members }) => members.has(clause.index) && [...members].filter((one) => present.has(one)).length > 1)
      .map(({ question }) => question),
    ...escalations.filter(({ worse, base }) => met(worse, base)).map(({ question }) => question),
  ].filter((question) => question >= 0)
}
