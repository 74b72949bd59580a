import type { BonusId, CenterId, ClauseId, FindingId, PersonId } from '../../kernel/identifiers.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Points } from '../../kernel/points.ts'
import { caseNumber } from '../../ledger/case-number.ts'
import type { Allegation } from '../../ledger/allegation.ts'
import type { Bonus, Finding } from '../../ledger/assessment-state.ts'
import type { FindingSource } from '../../ledger/ledger-event.ts'
import { openPriceOf } from '../../rubric/clause-needs.ts'
import { findClause } from '../../rubric/find-clause.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import type { AssessedYear } from '../assessed-year.ts'

/** One use of discretion: `points` for one occurrence, decided by a person because the notice leaves it open. */
export interface DiscretionCase {
  readonly ref: FindingId | BonusId
  readonly number: number
  readonly clauseId: ClauseId
  readonly centerId: CenterId
  readonly by: PersonId | null
  readonly points: Points
  readonly occurrences: number
  readonly occurredOn: PlainDate
  readonly source: FindingSource | 'bonus'
  readonly measured: Allegation['measured']
  readonly level: string | null
  readonly unmet: readonly number[] | null
  readonly description: string
  readonly reason: string
}

/**
 * `decided` is what is compared. `varied` was changed on review, which sees contested cases only, and stands apart. `bonuses` are
 * approved amounts, a kind of their own. Of what does not stand or has no amount yet only the number is told.
 */
export interface DiscretionCases {
  readonly decided: readonly DiscretionCase[]
  readonly varied: readonly DiscretionCase[]
  readonly bonuses: readonly DiscretionCase[]
  readonly awaiting: number
  readonly reversed: number
}

/** Every amount that a person decided under a clause with a range or without a number, in the order of their numbers. */
export function discretionCases({ rubric, state }: AssessedYear): DiscretionCases {
  const cases = { decided: [] as DiscretionCase[], varied: [] as DiscretionCase[], awaiting: 0, reversed: 0 }
  for (const finding of state.findings.values()) {
    const { decision, standing } = finding
    if (decision === null || !isOpen(rubric, decision.clauseId)) continue
    if (standing === 'reversed') cases.reversed += decision.points === null ? 0 : 1
    if (standing !== 'substantiated') continue
    if (decision.points === null) cases.awaiting += 1
    else
      cases[finding.appeal?.outcome === 'varied' ? 'varied' : 'decided'].push(
        caseOf(finding, decision, decision.points),
      )
  }
  const bonuses = [...state.bonuses.values()].flatMap((bonus) =>
    bonus.standing === 'approved' && bonus.points !== null && isOpen(rubric, bonus.clauseId)
      ? [bonusCase(bonus, bonus.points)]
      : [],
  )
  return {
    ...cases,
    decided: cases.decided.sort(byNumber),
    varied: cases.varied.sort(byNumber),
    bonuses: bonuses.sort(byNumber),
  }
}

function isOpen(rubric: Rubric, clauseId: ClauseId): boolean {
  const clause = findClause(rubric, clauseId)
  return clause !== null && openPriceOf(rubric, clause) !== null
}

function caseOf(finding: Finding, decision: NonNullable<Finding['decision']>, points: Points): DiscretionCase {
  const { findingId: ref, centerId, source, measured, level, unmet, description } = finding
  const { clauseId, by, occurrences, occurredOn, reason } = decision
  const number = caseNumber(finding)
  const about = { ref, number, clauseId, centerId, by, points, occurrences, occurredOn, source, reason }
  return { ...about, measured, level, unmet, description }
}

function bonusCase(bonus: Bonus, points: Points): DiscretionCase {
  const { bonusId: ref, centerId, clauseId, occurrences, occurredOn, measured, level, description, reason } = bonus
  const about = { ref, number: caseNumber(bonus), clauseId, centerId, by: bonus.decidedBy, points, occurrences }
  return { ...about, occurredOn, source: 'bonus', measured, level, unmet: null, description, reason }
}

function byNumber(one: DiscretionCase, other: DiscretionCase): number {
  return one.number - other.number
}
