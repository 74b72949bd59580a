import type { Rubric } from '../rubric/rubric.ts'
import type { AssessmentState } from './assessment-state.ts'
import { checkRegistrable } from './check-assessment.ts'
import { checkBreachClause } from './check-clause.ts'
import { verdict, type Command, type Decide } from './ledger-command.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** 查过，未见, under clauses that a finding could stand under. What is told twice under one id is refused, as a finding is. */
export const inspectCenter: Decide<'CenterInspected'> = (state, rubric, command) =>
  verdict('CenterInspected', command, checkInspection(state, rubric, command))

function checkInspection(
  state: AssessmentState,
  rubric: Rubric,
  { inspectionId, centerId, inspectedOn, clauseIds }: Command<'CenterInspected'>,
): LedgerRefusal | null {
  return (
    checkRegistrable(state, rubric, { centerId, occurredOn: inspectedOn }) ??
    (state.inspections.has(inspectionId) ? refusal('inspection-exists', inspectionId) : null) ??
    (clauseIds.length === 0 ? refusal('text-missing', '查过的条款') : null) ??
    clauseIds.reduce<LedgerRefusal | null>(
      (refused, clauseId, place) =>
        refused ??
        checkBreachClause(rubric, clauseId) ??
        (clauseIds.indexOf(clauseId) === place ? null : refusal('clause-twice', clauseId)),
      null,
    )
  )
}
