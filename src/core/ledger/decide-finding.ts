import type { Rubric } from '../rubric/rubric.ts'
import { findClause } from '../rubric/find-clause.ts'
import type { ClauseId } from '../kernel/identifiers.ts'
import { dayOf, type Timestamp } from '../kernel/timestamp.ts'
import { aboutFinding, checkStanding, checkUndecided } from './about-finding.ts'
import type { Finding } from './assessment-state.ts'
import { caseNumber } from './case-number.ts'
import { checkCount, checkDay, checkDeadline, checkText } from './check-assessment.ts'
import { checkBreachClause, checkNeeds } from './check-clause.ts'
import { isWholeDecision } from './is-whole-decision.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** 查实, under the clause alleged or a fitter one. The center is heard first: it has replied, or its days are over. */
export const substantiateFinding = aboutFinding(
  'FindingSubstantiated',
  (finding, command, { state, rubric }) =>
    checkUndecided(finding) ??
    checkHeard(finding, command.recordedAt) ??
    checkBreachClause(rubric, command.clauseId) ??
    checkFits(rubric, command.clauseId, finding) ??
    checkCount(command.occurrences, finding.occurrences) ??
    checkDay(state, command.occurredOn),
)

export const dismissFinding = aboutFinding(
  'FindingDismissed',
  (finding, command) => checkUndecided(finding) ?? checkText('不予认定的理由', command.reason),
)

/** 决定送达, when it is whole. A dismissal takes nothing from the center, so no days for an appeal run from it. */
export const serveDecision = aboutFinding(
  'DecisionServed',
  (finding, { appealBy, recordedAt }, { state, rubric }) =>
    checkStanding(finding) ??
    (isWholeDecision(rubric, state.answers, finding) ? null : refusal('decision-not-whole', caseNumber(finding))) ??
    (finding.appealBy === null
      ? null
      : refusal('decision-already-served', caseNumber(finding), finding.appealBy.lastDay)) ??
    checkDeadline(appealBy, recordedAt),
)

function checkHeard({ because, standing, reply, replyBy }: Finding, at: Timestamp): LedgerRefusal | null {
  if (standing !== 'notified' || replyBy === null) return refusal('finding-not-told', caseNumber({ because }))
  const isHeard = reply !== 'none' || dayOf(at) > replyBy.lastDay
  return isHeard ? null : refusal('reply-still-open', caseNumber({ because }), replyBy.lastDay)
}

/** Another clause needs what it prices by; what the first clause needed does no harm. */
function checkFits(rubric: Rubric, clauseId: ClauseId, finding: Finding): LedgerRefusal | null {
  const clause = findClause(rubric, clauseId)
  return clause && checkNeeds(clause, finding)
}
