import type { FindingId } from '../kernel/identifiers.ts'
import type { Points } from '../kernel/points.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { aboutFinding, checkStanding } from './about-finding.ts'
import type { Finding } from './assessment-state.ts'
import { caseNumber } from './case-number.ts'
import { checkCount, checkText } from './check-assessment.ts'
import { checkAmount } from './check-clause.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** 裁量: once; to change it is a correction or an appeal. */
export const decideAmount = aboutFinding(
  'AmountDecided',
  (finding, command, { state, rubric }) =>
    checkStanding(finding) ??
    (finding.decision?.points == null ? null : refusal('amount-already-decided', caseNumber(finding))) ??
    checkDecidedAmount(rubric, finding, command.points) ??
    checkText('裁量理由', command.reason) ??
    checkPrecedents(command.precedents, state.findings),
)

export const correctDecision = aboutFinding(
  'DecisionCorrected',
  (finding, command, { rubric }) =>
    checkStanding(finding) ??
    checkCount(command.occurrences, finding.occurrences) ??
    checkDecidedAmount(rubric, finding, command.points) ??
    checkText('更正理由', command.reason),
)

/** The clause that counts is the one decided, which need not be the one alleged. */
export function checkDecidedAmount(rubric: Rubric, finding: Finding, amount: Points | null): LedgerRefusal | null {
  return checkAmount(rubric, finding.decision?.clauseId ?? finding.clauseId, amount)
}

function checkPrecedents(
  precedents: readonly FindingId[],
  findings: ReadonlyMap<FindingId, Finding>,
): LedgerRefusal | null {
  const unknown = precedents.find((precedent) => !findings.has(precedent))
  return unknown === undefined ? null : refusal('precedent-unknown', unknown)
}
