import type { ClauseId } from '../kernel/identifiers.ts'
import type { Bonus, Decision, Finding } from '../ledger/assessment-state.ts'
import { isOver } from '../ledger/is-over.ts'
import { centerCase, type CenterCase } from './center-case.ts'
import { chargeOnce, type OnceFindings } from './charge-once.ts'
import { claimOfBonus, claimOfFinding, type Claim } from './claim.ts'
import { outcomeAt, type ClausePlan } from './clause-plan.ts'
import { directLine, idleLine } from './direct-line.ts'
import type { ScoreLine, SignedPoints } from './score-sheet.ts'
import type { ScoringPlan } from './scoring-plan.ts'
import { siftClaims } from './sift-claims.ts'
import { signed } from './signed.ts'

/** What a center has, sorted: lines that are already final, by section, and what must be settled together. */
export interface Gathered {
  readonly center: CenterCase
  /** Claims leave a `null` at their slot, so that every section keeps the order of the ledger. */
  readonly lines: (ScoreLine | null)[][]
}

/** By clause: what was counted of findings that are not among those given, and how many they are. */
export interface Counted {
  readonly effects: readonly SignedPoints[]
  readonly counts: readonly number[]
}

/**
 * One pass over what happened. Most of it is price × occurrences, or one of several under a price charged once, and is
 * done without ever becoming a claim: this is where scoring spends its time.
 */
export function gather(
  plan: ScoringPlan,
  findings: Iterable<Finding>,
  bonuses: Iterable<Bonus>,
  isClosed: boolean,
  counted: Counted = { effects: plan.noughts, counts: plan.noughts },
): Gathered {
  const effects = counted.effects.slice()
  const counts = counted.counts.slice()
  const lines: (ScoreLine | null)[][] = plan.sections.map(() => [])
  const once = new Map<ClausePlan, OnceFindings>()
  const pending: Claim[] = []
  for (const finding of findings) {
    const { decision } = finding
    const clause = clauseUnder(plan, finding)
    const { index, fixed } = clause
    const own = linesOf(lines, clause)
    if (decision !== null && isFinal(plan, clause, finding, decision)) {
      if (clause.counting === 'once') {
        const slot = own.push(null) - 1
        const known = once.get(clause)
        if (known === undefined) once.set(clause, { clause, findings: [finding], slots: [slot] })
        else {
          known.findings.push(finding)
          known.slots.push(slot)
        }
        continue
      }
      const { occurrences } = decision
      const price = finalPrice(clause, decision)
      const effect = price * occurrences
      effects[index] = (effects[index] ?? 0) + effect
      counts[index] = (counts[index] ?? 0) + 1
      own.push({
        clauseId: clause.clauseId,
        criterionId: clause.criterionId,
        subject: { kind: 'finding', findingId: finding.findingId, occurrences },
        outcome: fixed >= 0 ? clause.outcome : outcomeAt(clause.clause, price),
        effect,
        between: [effect, effect],
        because: finding.because,
      })
    } else if (isOver(finding.standing) || clause.amount === null) own.push(idleLine(clause, finding))
    else pending.push(claimOfFinding(clause, finding, own.push(null) - 1))
  }
  for (const bonus of bonuses) {
    const clause = plan.clauseOf.get(bonus.clauseId)
    if (clause === undefined) throw unknownClause(bonus.bonusId, bonus.clauseId)
    const own = linesOf(lines, clause)
    if (bonus.standing === 'rejected' || clause.amount === null) own.push(idleLine(clause, bonus))
    else pending.push(claimOfBonus(clause, bonus, own.push(null) - 1))
  }
  const claimed = new Set<ClausePlan>()
  for (const { clause } of pending) claimed.add(clause)
  for (const [clause, group] of once) {
    const charged = chargeOnce(group, linesOf(lines, clause))
    counts[clause.index] = group.findings.length
    // Of final findings only the dearest can ever hold the charge: it alone competes with those still open.
    if (claimed.has(clause)) pending.push(claimOfFinding(clause, charged.holder, charged.slot))
    else effects[clause.index] = charged.effect
  }
  const { direct, claims } = siftClaims(plan, pending)
  for (const charge of direct) {
    const { clause, slot } = charge.claim
    const line = directLine(charge)
    linesOf(lines, clause)[slot] = line
    effects[clause.index] = (effects[clause.index] ?? 0) + line.effect
    if (charge.unit !== null) counts[clause.index] = (counts[clause.index] ?? 0) + 1
  }
  return { center: centerCase(plan, isClosed, effects, counts, claims), lines }
}

export function clauseUnder({ clauseOf }: ScoringPlan, { findingId, decision, clauseId }: Finding): ClausePlan {
  const clause = clauseOf.get(decision === null ? clauseId : decision.clauseId)
  if (clause === undefined) throw unknownClause(findingId, decision?.clauseId ?? clauseId)
  return clause
}

/** Whether it is its price × occurrences, or one of several under a price charged once, whatever else there is. */
export function isFinal({ relations }: ScoringPlan, clause: ClausePlan, finding: Finding, decision: Decision): boolean {
  const { index, fixed } = clause
  return (
    clause.isPlain &&
    finding.standing === 'substantiated' &&
    (finding.appeal === null || finding.appeal.outcome !== 'pending') &&
    (fixed >= 0 || decision.points !== null) &&
    (finding.eventKey === null ? !relations.isRival[index] : !relations.isRelated[index])
  )
}

/** Of one occurrence. */
export function finalPrice({ sign, fixed }: ClausePlan, { points }: Decision): SignedPoints {
  return signed(sign, fixed >= 0 ? fixed : (points ?? 0))
}

function linesOf(lines: (ScoreLine | null)[][], { sectionIndex }: ClausePlan): (ScoreLine | null)[] {
  return lines[sectionIndex] ?? []
}

/** Scoring under another rubric than the one that was used needs its facts carried over first. */
function unknownClause(id: string, clauseId: ClauseId): Error {
  return new Error(`${id} stands under clause ${clauseId}, which the rubric does not have`)
}
