import { compares, withBoundary } from '../rubric/compares.ts'
import type { Claim } from './claim.ts'
import { effectUnder } from './effect-under.ts'
import type { QuestionPlan, Readings } from './question-plan.ts'

/**
 * Whether the clause applies to what was measured and which requirements were not met. Everything else that a clause may
 * ask for (经核实, 责任范围内, 情节严重 …) is what a person judged by substantiating under it.
 */
export function clauseApplies(claim: Claim, questions: readonly QuestionPlan[], readings: Readings): boolean {
  const { clause, measured } = claim
  if (!clause.isTested) return true
  if (measured !== null)
    for (const { op, value } of clause.thresholds)
      if (!compares(measured, withBoundary(op, boundaryUnder(claim, questions, readings)), value)) return false
  return claim.unmet === null || claim.unmet.length >= requiredUnmet(claim, questions, readings)
}

/** Whether an open question could change the price of this claim itself, or how often it is charged. */
export function dependsOnReading({ clause, measured, unmet }: Claim): boolean {
  if (clause.amountQuestion >= 0 || clause.countingQuestion >= 0) return true
  if (clause.antecedentsQuestion >= 0 && unmet !== null && unmet.length < clause.requirements) return true
  if (clause.boundaryQuestion < 0 || measured === null) return false
  return clause.amount?.kind === 'tiers' || clause.thresholds.some(({ value }) => compares(measured, '=', value))
}

/** What the office reads a boundary as, null where it is as printed. */
export function boundaryUnder(
  { clause }: Claim,
  questions: readonly QuestionPlan[],
  readings: Readings,
): boolean | null {
  const effect = effectUnder(questions, readings, clause.boundaryQuestion)
  return effect?.kind === 'boundary' ? effect.inclusive : clause.isInclusive
}

function requiredUnmet({ clause }: Claim, questions: readonly QuestionPlan[], readings: Readings): number {
  const effect = effectUnder(questions, readings, clause.antecedentsQuestion)
  const needsAll = effect?.kind === 'antecedents' ? effect.mode === 'all' : clause.needsAllUnmet
  return needsAll ? clause.requirements : 1
}
