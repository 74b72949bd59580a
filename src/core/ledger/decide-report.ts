import type { Rubric } from '../rubric/rubric.ts'
import type { AssessmentState } from './assessment-state.ts'
import { checkCount, checkRegistrable, checkText } from './check-assessment.ts'
import { checkBreachClause, checkParticulars } from './check-clause.ts'
import { verdict, type Decide } from './ledger-command.ts'
import type { Allegation } from './allegation.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

export const raiseSuspicion: Decide<'SuspicionRaised'> = (state, rubric, command) =>
  verdict('SuspicionRaised', command, checkAllegation(state, rubric, command))

export const reportFinding: Decide<'FindingReported'> = (state, rubric, command) =>
  verdict('FindingReported', command, checkAllegation(state, rubric, command))

function checkAllegation(state: AssessmentState, rubric: Rubric, alleged: Allegation): LedgerRefusal | null {
  return (
    checkRegistrable(state, rubric, alleged) ??
    (state.findings.has(alleged.findingId) ? refusal('finding-exists', alleged.findingId) : null) ??
    checkBreachClause(rubric, alleged.clauseId) ??
    checkCount(alleged.occurrences) ??
    checkParticulars(rubric, alleged.clauseId, alleged) ??
    checkText('问题描述', alleged.description)
  )
}
