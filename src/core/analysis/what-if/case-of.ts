import type { AssessmentState, Bonus, Finding } from '../../ledger/assessment-state.ts'
import { caseNumber } from '../../ledger/case-number.ts'

/** The finding that people call by this number; null where none is. */
export function findingOf({ findings }: Pick<AssessmentState, 'findings'>, number: number): Finding | null {
  return numbered(findings.values(), number)
}

/** The application for a bonus that people call by this number; null where none is. */
export function bonusOf({ bonuses }: Pick<AssessmentState, 'bonuses'>, number: number): Bonus | null {
  return numbered(bonuses.values(), number)
}

function numbered<Case extends Finding | Bonus>(cases: Iterable<Case>, number: number): Case | null {
  for (const one of cases) if (caseNumber(one) === number) return one
  return null
}
