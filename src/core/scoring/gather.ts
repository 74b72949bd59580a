import type { ClauseId } from '../kernel/identifiers.ts'
import type { Bonus, Finding } from '../ledger/assessment-state.ts'
import { centerCase, type CenterCase } from './center-case.ts'
import { claimOfBonus, claimOfFinding, type Claim } from './claim.ts'
import { outcomeAt, type ClausePlan } from './clause-plan.ts'
import type { Interval, LineOutcome, LineSubject, ScoreLine } from './score-sheet.ts'
import type { ScoringPlan } from './scoring-plan.ts'

/** What a center has, sorted: lines that are already final, by section, and the claims whose lines come later. */
export interface Gathered {
  readonly center: CenterCase
  /** Claims leave a `null`, so that every section keeps the order of the ledger. */
  readonly lines: (ScoreLine | null)[][]
  /** By claim: its section and its place there. */
  readonly slots: readonly (readonly [section: number, place: number])[]
}

/** One pass over what happened: most of it is price × occurrences and is done here. */
export function gather(
  plan: ScoringPlan,
  findings: readonly Finding[],
  bonuses: readonly Bonus[],
  isClosed: boolean,
): Gathered {
  const { clauseOf, relations } = plan
  const effects = plan.clauses.map(() => 0)
  const counts = plan.clauses.map(() => 0)
  const lines: (ScoreLine | null)[][] = plan.sections.map(() => [])
  const claims: Claim[] = []
  const slots: [number, number][] = []
  const reserve = (clause: ClausePlan, claim: Claim) => {
    const own = lines[clause.sectionIndex] ?? []
    claims.push(claim)
    slots.push([clause.sectionIndex, own.push(null) - 1])
  }
  for (const finding of findings) {
    const { decision, standing, appeal } = finding
    const clause = clauseOf.get(decision === null ? finding.clauseId : decision.clauseId)
    if (clause === undefined) throw unknownClause(finding.findingId, decision?.clauseId ?? finding.clauseId)
    const { index } = clause
    if (
      clause.isPlain &&
      decision !== null &&
      standing === 'substantiated' &&
      (appeal === null || appeal.outcome !== 'pending') &&
      (clause.fixed >= 0 || decision.points !== null) &&
      (finding.eventKey === null ? !relations.isRival[index] : !relations.isRelated[index])
    ) {
      const { occurrences } = decision
      const price = clause.sign * (clause.fixed >= 0 ? clause.fixed : (decision.points ?? 0))
      const effect = price * occurrences
      effects[index] = (effects[index] ?? 0) + effect
      counts[index] = (counts[index] ?? 0) + 1
      lines[clause.sectionIndex]?.push({
        clauseId: clause.clauseId,
        criterionId: clause.criterionId,
        subject: { kind: 'finding', findingId: finding.findingId, occurrences },
        outcome: clause.fixed >= 0 ? clause.outcome : outcomeAt(clause.clause, price),
        effect,
        between: [effect, effect],
        because: finding.because,
      })
    } else if (standing === 'dismissed' || standing === 'reversed' || clause.amount === null) {
      const outcome = standing === 'dismissed' ? DISMISSED : standing === 'reversed' ? REVERSED : NOT_COMPUTED
      const occurrences = decision === null ? finding.occurrences : decision.occurrences
      const subject = { kind: 'finding', findingId: finding.findingId, occurrences } as const
      lines[clause.sectionIndex]?.push(idle(clause, subject, outcome, finding.because))
    } else reserve(clause, claimOfFinding(claims.length, clause, finding))
  }
  for (const bonus of bonuses) {
    const clause = clauseOf.get(bonus.clauseId)
    if (clause === undefined) throw unknownClause(bonus.bonusId, bonus.clauseId)
    if (bonus.standing === 'rejected' || clause.amount === null) {
      const subject = { kind: 'bonus', bonusId: bonus.bonusId, occurrences: bonus.occurrences } as const
      const outcome = bonus.standing === 'rejected' ? REJECTED : NOT_COMPUTED
      lines[clause.sectionIndex]?.push(idle(clause, subject, outcome, bonus.because))
    } else reserve(clause, claimOfBonus(claims.length, clause, bonus))
  }
  return { center: centerCase(plan, isClosed, effects, counts, claims), lines, slots }
}

const DISMISSED: LineOutcome = { kind: 'dismissed' }
const REVERSED: LineOutcome = { kind: 'reversed' }
const REJECTED: LineOutcome = { kind: 'rejected' }
const NOT_COMPUTED: LineOutcome = { kind: 'not-computed' }
const NOTHING: Interval = [0, 0]

function idle(
  { clauseId, criterionId }: ClausePlan,
  subject: LineSubject,
  outcome: LineOutcome,
  because: readonly number[],
): ScoreLine {
  return { clauseId, criterionId, subject, outcome, effect: 0, between: NOTHING, because }
}

/** Scoring under another rubric than the one that was used needs its facts carried over first. */
function unknownClause(id: string, clauseId: ClauseId): Error {
  return new Error(`${id} stands under clause ${clauseId}, which the rubric does not have`)
}
