import { canonicalJson } from '../kernel/canonical-json.ts'
import { aboutFinding } from './about-finding.ts'
import type { Finding } from './assessment-state.ts'
import { caseNumber } from './case-number.ts'
import { checkCount, checkDay, checkText } from './check-assessment.ts'
import { checkParticulars } from './check-clause.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'
import type { Amendment, SuspicionBasis } from './suspicion-fact.ts'

/** Also after the period has closed, except where it would be suspected again: that is something new. */
export const amendSuspicion = aboutFinding(
  'SuspicionAmended',
  (finding, command, { state, rubric }) =>
    checkOfDetection(finding, command.basis) ??
    checkUndecidedSuspicion(finding) ??
    (finding.standing === 'withdrawn' && state.isClosed ? refusal('period-closed') : null) ??
    (finding.standing !== 'withdrawn' && isAsBefore(finding, command)
      ? refusal('suspicion-unchanged', caseNumber(finding))
      : null) ??
    checkCount(command.occurrences) ??
    checkDay(state, command.occurredOn) ??
    checkParticulars(rubric, finding.clauseId, { ...command, level: finding.level }) ??
    checkText('问题描述', command.description) ??
    checkText('更正的理由', command.reason),
)

export const withdrawSuspicion = aboutFinding(
  'SuspicionWithdrawn',
  (finding, command) =>
    checkOfDetection(finding, command.basis) ??
    checkUndecidedSuspicion(finding) ??
    (finding.standing === 'withdrawn' ? refusal('suspicion-withdrawn', caseNumber(finding)) : null) ??
    checkText('撤回的理由', command.reason),
)

export const flagFinding = aboutFinding(
  'FindingFlagged',
  (finding, command) =>
    checkOfDetection(finding, command.basis) ??
    (isUndecided(finding) ? refusal('finding-not-decided', caseNumber(finding)) : null) ??
    (command.occurrences === 0 ? null : checkCount(command.occurrences)) ??
    checkText('依据有变的说明', command.reason),
)

/** What a detection raised, its next run would raise again; what a person raised, no run knows of. */
function checkOfDetection({ because, detection, basis }: Finding, given: SuspicionBasis | null): LedgerRefusal | null {
  if (detection === null) return refusal('finding-not-from-records', caseNumber({ because }))
  if (basis !== null && given === null) return refusal('suspicion-of-detection', caseNumber({ because }), detection)
  return basis === null && given !== null ? refusal('suspicion-by-hand', caseNumber({ because })) : null
}

function checkUndecidedSuspicion(finding: Finding): LedgerRefusal | null {
  return isUndecided(finding) ? null : refusal('finding-already-decided', caseNumber(finding))
}

function isUndecided({ standing }: Finding): boolean {
  return standing === 'suspected' || standing === 'notified' || standing === 'withdrawn'
}

function isAsBefore(before: Amendment, now: Amendment): boolean {
  return canonicalJson(saidIn(before)) === canonicalJson(saidIn(now))
}

function saidIn({ occurrences, occurredOn, eventKey, measured, unmet, description, records }: Amendment): Amendment {
  return { occurrences, occurredOn, eventKey, measured, unmet, description, records }
}
