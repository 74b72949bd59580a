import type { PlainDate } from '../kernel/plain-date.ts'
import type { Bonus, Finding } from '../ledger/assessment-state.ts'
import type { ClausePlan } from './clause-plan.ts'
import type { PriceFacts, UnitPrice } from './price-facts.ts'

/**
 * A finding or bonus that may be more than price × occurrences: something about it is open, or it meets others. What a
 * later decision can make of it: any count from `countLow` to `countHigh`, any amount its clause allows, and nothing
 * at all where it `canVanish`. It is taken to stay under its clause and on its day. What was dismissed, reversed,
 * rejected or withdrawn claims nothing.
 */
export interface Claim extends PriceFacts {
  /** Its place among the claims of its center that must be settled together; set once these are known. */
  index: number
  /** Its price, once it is known that no open question can change it; null where its clause does not apply. */
  unit: UnitPrice | null | undefined
  /** The place of its line in its section. */
  readonly slot: number
  readonly clause: ClausePlan
  readonly source: Finding | Bonus
  readonly id: string
  readonly occurredOn: PlainDate
  readonly eventKey: string | null
  readonly unmet: readonly number[] | null
  /** Whether it counts today: substantiated or approved. */
  readonly isCounted: boolean
  readonly canVanish: boolean
  readonly countNow: number
  readonly countLow: number
  readonly countHigh: number
}

export function claimOfFinding(clause: ClausePlan, finding: Finding, slot: number): Claim {
  const { decision, appeal, occurrences } = finding
  const isCounted = finding.standing === 'substantiated'
  const isVariable = isCounted && appeal !== null && appeal.outcome === 'pending'
  const isFinal = isCounted && !isVariable
  const count = decision === null ? occurrences : decision.occurrences
  return {
    index: -1,
    unit: undefined,
    slot,
    clause,
    source: finding,
    id: finding.findingId,
    occurredOn: decision === null ? finding.occurredOn : decision.occurredOn,
    eventKey: finding.eventKey,
    unmet: finding.unmet,
    measured: finding.measured,
    level: finding.level,
    decided: isCounted && decision !== null ? decision.points : null,
    isVariable,
    limit: clause.limit,
    isCounted,
    canVanish: !isFinal,
    countNow: count,
    countLow: isFinal ? count : 1,
    countHigh: isFinal ? count : Math.max(occurrences, count),
  }
}

export function claimOfBonus(clause: ClausePlan, bonus: Bonus, slot: number): Claim {
  const isCounted = bonus.standing === 'approved'
  return {
    index: -1,
    unit: undefined,
    slot,
    clause,
    source: bonus,
    id: bonus.bonusId,
    occurredOn: bonus.occurredOn,
    eventKey: null,
    unmet: null,
    measured: bonus.measured,
    level: bonus.level,
    decided: isCounted ? bonus.points : null,
    isVariable: false,
    limit: clause.limit,
    isCounted,
    canVanish: !isCounted,
    countNow: bonus.occurrences,
    countLow: isCounted ? bonus.occurrences : 1,
    countHigh: isCounted ? bonus.occurrences : bonus.proposed,
  }
}

/** Earlier first; on one day by id, so that the order of the ledger never decides a charge. */
export function compareClaims(one: Claim, other: Claim): number {
  if (one.occurredOn !== other.occurredOn) return one.occurredOn < other.occurredOn ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
