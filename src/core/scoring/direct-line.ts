import type { FindingId } from '../kernel/identifiers.ts'
import type { Bonus, Finding } from '../ledger/assessment-state.ts'
import type { Claim } from './claim.ts'
import { priceNow } from './claim-price.ts'
import { outcomeAt, type ClausePlan } from './clause-plan.ts'
import type { Interval, LineOutcome, LineSubject, ScoreLine } from './score-sheet.ts'
import type { DirectCharge } from './sift-claims.ts'
import { signed } from './signed.ts'

/** The line of a claim that is final and charged by itself. */
export function directLine({ claim, unit, holder }: DirectCharge): ScoreLine {
  const { clause, source } = claim
  const price = unit === null || holder !== null ? 0 : signed(clause.sign, priceNow(unit))
  const effect = signed(1, price * (clause.counting === 'each' ? claim.countNow : 1))
  return {
    clauseId: clause.clauseId,
    criterionId: clause.criterionId,
    subject: subjectOf(source, claim.countNow),
    outcome: outcomeOf(clause, unit === null, holder, price),
    effect,
    between: effect === 0 ? NOTHING : [effect, effect],
    because: source.because,
  }
}

/** The line of what was dismissed, reversed, rejected or withdrawn, or stands under a clause that scoring does not compute. */
export function idleLine({ clauseId, criterionId }: ClausePlan, source: Finding | Bonus): ScoreLine {
  const decided = 'findingId' in source && source.decision !== null ? source.decision : source
  return {
    clauseId,
    criterionId,
    subject: subjectOf(source, decided.occurrences),
    outcome: IDLE[source.standing] ?? NOT_COMPUTED,
    effect: 0,
    between: NOTHING,
    because: source.because,
  }
}

export function subjectOf(source: Finding | Bonus, occurrences: number): LineSubject {
  return 'findingId' in source
    ? { kind: 'finding', findingId: source.findingId, occurrences }
    : { kind: 'bonus', bonusId: source.bonusId, occurrences }
}

const NOTHING: Interval = [0, 0]
const NOT_MET: LineOutcome = { kind: 'not-met' }
const NOT_COMPUTED: LineOutcome = { kind: 'not-computed' }
const IDLE: Partial<Record<Finding['standing'] | Bonus['standing'], LineOutcome>> = {
  dismissed: { kind: 'dismissed' },
  reversed: { kind: 'reversed' },
  withdrawn: { kind: 'withdrawn' },
  rejected: { kind: 'rejected' },
}

function outcomeOf(clause: ClausePlan, isNotMet: boolean, holder: Claim | null, price: number): LineOutcome {
  if (isNotMet) return NOT_MET
  if (holder !== null) return { kind: 'charged-already', findingId: holder.id as FindingId }
  return clause.unit === null ? outcomeAt(clause.clause, price) : clause.outcome
}
