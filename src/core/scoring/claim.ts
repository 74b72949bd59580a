import type { PlainDate } from '../kernel/plain-date.ts'
import type { Bonus, Finding } from '../ledger/assessment-state.ts'
import { occurredOn } from './as-of.ts'
import type { ClausePlan } from './clause-plan.ts'
import type { PriceFacts } from './unit-price.ts'

/**
 * A finding or bonus that is more than price × occurrences: something about it is open, or it meets others. What a
 * later decision can make of it: any count from `countLow` to `countHigh`, any amount its clause allows, and nothing
 * at all where it `canVanish`. It is taken to stay under its clause and on its day. What was dismissed, reversed or
 * rejected claims nothing.
 */
export interface Claim {
  /** Its place among the claims of its center. */
  readonly index: number
  readonly clause: ClausePlan
  readonly source: Finding | Bonus
  readonly id: string
  readonly occurredOn: PlainDate
  readonly eventKey: string | null
  readonly unmet: readonly number[] | null
  readonly facts: PriceFacts
  /** Whether it counts today: substantiated or approved. */
  readonly isCounted: boolean
  readonly canVanish: boolean
  readonly countNow: number
  readonly countLow: number
  readonly countHigh: number
}

export function claimOfFinding(index: number, clause: ClausePlan, finding: Finding): Claim {
  const { standing, decision, appeal } = finding
  const isCounted = standing === 'substantiated'
  const isVariable = isCounted && appeal !== null && appeal.outcome === 'pending'
  const count = decision === null ? finding.occurrences : decision.occurrences
  return {
    index,
    clause,
    source: finding,
    id: finding.findingId,
    occurredOn: occurredOn(finding),
    eventKey: finding.eventKey,
    unmet: finding.unmet,
    facts: {
      measured: finding.measured,
      level: finding.level,
      decided: isCounted && decision !== null ? decision.points : null,
      isVariable,
      limit: clause.limit,
    },
    isCounted,
    canVanish: !isCounted || isVariable,
    countNow: count,
    countLow: isCounted && !isVariable ? count : 1,
    countHigh: isCounted && !isVariable ? count : Math.max(finding.occurrences, count),
  }
}

export function claimOfBonus(index: number, clause: ClausePlan, bonus: Bonus): Claim {
  const isCounted = bonus.standing === 'approved'
  const isOpen = !isCounted
  return {
    index,
    clause,
    source: bonus,
    id: bonus.bonusId,
    occurredOn: bonus.occurredOn,
    eventKey: null,
    unmet: null,
    facts: {
      measured: bonus.measured,
      level: bonus.level,
      decided: isCounted ? bonus.points : null,
      isVariable: false,
      limit: clause.limit,
    },
    isCounted,
    canVanish: isOpen,
    countNow: bonus.occurrences,
    countLow: isOpen ? 1 : bonus.occurrences,
    countHigh: isOpen ? bonus.proposed : bonus.occurrences,
  }
}

/** Earlier first; on one day by id, so that the order of the ledger never decides a charge. */
export function compareClaims(one: Claim, other: Claim): number {
  if (one.occurredOn !== other.occurredOn) return one.occurredOn < other.occurredOn ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
