import type { FindingId } from '../kernel/identifiers.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { AssessmentState, Finding } from './assessment-state.ts'
import { caseNumber } from './case-number.ts'
import { checkOpen } from './check-assessment.ts'
import { verdict, type Command, type Decide, type FactOf, type FactType } from './ledger-command.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** The facts that say something about a finding that must already be there. */
export type FindingFactType = {
  [Type in FactType]: FactOf<Type> extends { readonly findingId: FindingId } ? Type : never
}[FactType]

type Check<Type extends FactType> = (
  finding: Finding,
  command: Command<Type>,
  given: { readonly state: AssessmentState; readonly rubric: Rubric },
) => LedgerRefusal | null

/** A decision about a finding of an open assessment; `check` says what stands against it. */
export function aboutFinding<Type extends FindingFactType>(type: Type, check: Check<Type>): Decide<Type> {
  return (state, rubric, command) => {
    const { findingId } = command as { readonly findingId: FindingId }
    const finding = state.findings.get(findingId)
    return verdict(
      type,
      command,
      checkOpen(state, rubric) ??
        (finding ? check(finding, command, { state, rubric }) : refusal('finding-unknown', findingId)),
    )
  }
}

/** Whether the finding is substantiated and no appeal on it is pending: only then can its decision be changed. */
export function checkStanding({ because, standing, appeal }: Finding): LedgerRefusal | null {
  if (standing !== 'substantiated') return refusal('finding-not-substantiated', caseNumber({ because }))
  return appeal?.outcome === 'pending' ? refusal('appeal-pending', caseNumber({ because })) : null
}

export function checkUndecided({ because, standing }: Finding): LedgerRefusal | null {
  if (standing === 'withdrawn') return refusal('suspicion-withdrawn', caseNumber({ because }))
  const isOpen = standing === 'suspected' || standing === 'reported' || standing === 'notified'
  return isOpen ? null : refusal('finding-already-decided', caseNumber({ because }))
}
