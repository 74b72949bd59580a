import type { PersonId } from '../../kernel/identifiers.ts'
import { accepted } from '../../kernel/outcome.ts'
import type { Points } from '../../kernel/points.ts'
import type { Timestamp } from '../../kernel/timestamp.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Finding } from '../../ledger/assessment-state.ts'
import { caseNumber } from '../../ledger/case-number.ts'
import { checkCount } from '../../ledger/check-assessment.ts'
import { checkAmount, checkBreachClause, checkNeeds } from '../../ledger/check-clause.ts'
import { evolveFinding, type FindingEvent } from '../../ledger/evolve-finding.ts'
import { isOver } from '../../ledger/is-over.ts'
import type { AppealFact, FindingFact } from '../../ledger/ledger-event.ts'
import type { LedgerRefusal } from '../../ledger/ledger-refusals.ts'
import { needsMeasure } from '../../rubric/clause-needs.ts'
import { findClause } from '../../rubric/find-clause.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { refusal } from '../../ledger/ledger-refusals.ts'
import { notSupposed, type Supposing } from './supposition-refusals.ts'
import type { AppealSupposition, FindingSupposition, MeasureSupposition } from './supposition.ts'

type AboutFinding = AppealSupposition | FindingSupposition | MeasureSupposition

/**
 * The finding as it would be, by the very facts that the ledger would learn: only who may decide and when is not asked. A
 * supposition is no event, so the finding goes on resting on what is recorded.
 */
export function supposedFinding(rubric: Rubric, finding: Finding, supposition: AboutFinding): Supposing<Finding> {
  switch (supposition.kind) {
    case 'appeal-upheld':
    case 'appeal-reversed':
    case 'appeal-varied':
      return answeredAppeal(rubric, finding, supposition)
    case 'finding-dismissed':
      return isOver(finding.standing)
        ? notSupposed('supposed-already', caseNumber(finding), '不计分的')
        : accepted(told(finding, [{ type: 'FindingDismissed', findingId: finding.findingId, reason: '' }]))
    case 'finding-substantiated':
      return substantiated(rubric, finding, supposition)
    case 'amount':
      return otherAmount(rubric, finding, supposition.points)
    case 'count':
      return otherCount(finding, supposition.occurrences)
    case 'measure':
      return otherMeasure(rubric, finding, supposition)
    default:
      return unreachable(supposition)
  }
}

function answeredAppeal(rubric: Rubric, finding: Finding, supposition: AppealSupposition): Supposing<Finding> {
  const { findingId, appeal, decision } = finding
  if (appeal?.outcome !== 'pending' || decision === null)
    return notSupposed('supposed-without-appeal', caseNumber(finding))
  const about = { findingId, appealId: appeal.appealId, reason: '' }
  if (supposition.kind === 'appeal-upheld') return accepted(told(finding, [{ type: 'FindingUpheld', ...about }]))
  if (supposition.kind === 'appeal-reversed') return accepted(told(finding, [{ type: 'FindingReversed', ...about }]))
  const { occurrences, points } = supposition
  if (occurrences === null && points === null) return notSupposed('supposed-nothing', caseNumber(finding))
  const fact = {
    type: 'FindingVaried',
    ...about,
    occurrences: occurrences ?? decision.occurrences,
    points: points ?? decision.points,
  } as const
  return unless(checkCount(fact.occurrences) ?? checkAmount(rubric, decision.clauseId, fact.points), () =>
    told(counting(finding, fact.occurrences), [fact]),
  )
}

function substantiated(
  rubric: Rubric,
  finding: Finding,
  given: Extract<FindingSupposition, { readonly kind: 'finding-substantiated' }>,
): Supposing<Finding> {
  const { findingId, decision, standing } = finding
  const isNothingOther = given.clauseId === null && given.occurrences === null && given.points === null
  if (standing === 'substantiated' && isNothingOther)
    return notSupposed('supposed-already', caseNumber(finding), '查实的')
  const before = decision?.clauseId ?? finding.clauseId
  const clauseId = given.clauseId ?? before
  const occurrences = given.occurrences ?? decision?.occurrences ?? finding.occurrences
  const occurredOn = decision?.occurredOn ?? finding.occurredOn
  const points = given.points ?? (clauseId === before ? (decision?.points ?? null) : null)
  const clause = findClause(rubric, clauseId)
  const against =
    checkBreachClause(rubric, clauseId) ??
    (clause && checkNeeds(clause, finding)) ??
    checkCount(occurrences) ??
    (given.points === null ? null : checkAmount(rubric, clauseId, given.points))
  return unless(against, () =>
    told(counting(finding, occurrences), [
      { type: 'FindingSubstantiated', findingId, clauseId, occurrences, occurredOn, reason: '' },
      ...(points === null
        ? []
        : [{ type: 'AmountDecided', findingId, points, reason: '', precedents: [] } satisfies FindingFact]),
    ]),
  )
}

function otherAmount(rubric: Rubric, finding: Finding, points: Points): Supposing<Finding> {
  const { findingId, decision, standing } = finding
  if (decision === null || standing !== 'substantiated') return notSupposed('supposed-undecided', caseNumber(finding))
  const { clauseId, occurrences } = decision
  return unless(checkAmount(rubric, clauseId, points), () =>
    told(finding, [{ type: 'DecisionCorrected', findingId, occurrences, points, reason: '' }]),
  )
}

function otherCount(finding: Finding, occurrences: number): Supposing<Finding> {
  const { findingId, decision, standing } = finding
  if (isOver(standing)) return notSupposed('supposed-void', caseNumber(finding))
  return unless(checkCount(occurrences), () => {
    if (decision === null) return { ...finding, occurrences }
    const { points } = decision
    return told(counting(finding, occurrences), [
      { type: 'DecisionCorrected', findingId, occurrences, points, reason: '' },
    ])
  })
}

function otherMeasure(rubric: Rubric, finding: Finding, { measured }: MeasureSupposition): Supposing<Finding> {
  const { standing, decision } = finding
  if (isOver(standing)) return notSupposed('supposed-void', caseNumber(finding))
  return unless(checkMeasured(rubric, decision?.clauseId ?? finding.clauseId), () => ({ ...finding, measured }))
}

/** Whether the clause is one that a measure prices. */
export function checkMeasured(rubric: Rubric, clauseId: Finding['clauseId']): LedgerRefusal | null {
  const clause = findClause(rubric, clauseId)
  if (clause === null) return refusal('clause-unknown', clauseId)
  return needsMeasure(clause) ? null : refusal('measure-unexpected', clauseId)
}

/** More may be supposed than was alleged: then so much is taken as alleged. */
function counting(finding: Finding, occurrences: number): Finding {
  return occurrences > finding.occurrences ? { ...finding, occurrences } : finding
}

function told(finding: Finding, facts: readonly (FindingFact | AppealFact)[]): Finding {
  const after = facts.reduce<Finding>((before, fact) => evolveFinding(before, eventOf(fact)), finding)
  return { ...after, because: finding.because, deciders: finding.deciders }
}

function eventOf(fact: FindingFact | AppealFact): FindingEvent {
  return { ...fact, ...NOBODY, seq: 0 }
}

/** Who decided when moves no points. */
const NOBODY = { by: '' as PersonId, actedAt: '' as Timestamp, recordedAt: '' as Timestamp }

/** The value, or what stands against it. */
export function unless<Value>(against: LedgerRefusal | null, valueOf: () => Value): Supposing<Value> {
  return against === null ? accepted(valueOf()) : { ok: false, refusal: against }
}
