import { canonicalJson } from '../kernel/canonical-json.ts'
import type { CenterId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { AssessmentState } from '../ledger/assessment-state.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { answersAsOf } from '../scoring/as-of.ts'
import { scoreState } from '../scoring/score.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'
import { compilePlan, type ScoringPlan } from '../scoring/scoring-plan.ts'

/** The sheets of a state: by the answers that it holds, and where it holds none by those given before the ledger began. */
export function recomputeSheets(
  rubric: Rubric,
  earlier: readonly Interpretation[],
  state: AssessmentState,
): ScoreSheet[] {
  return scoreState(planNow(rubric, earlier, state), state)
}

/** A sheet with its canonical text. */
export interface TextedSheet {
  readonly sheet: ScoreSheet
  readonly text: string
}

/** Those of one center, or all; null where the rubric of a stranger's file cannot be scored by. */
export function recomputeTexts(
  rubric: Rubric,
  earlier: readonly Interpretation[],
  state: AssessmentState,
  only: CenterId | null,
): TextedSheet[] | null {
  return orNullIfUnsound(() =>
    recomputeSheets(rubric, earlier, state)
      .filter(({ centerId }) => only === null || centerId === only)
      .map((sheet) => ({ sheet, text: canonicalJson(sheet) })),
  )
}

export function planNow(rubric: Rubric, earlier: readonly Interpretation[], state: AssessmentState): ScoringPlan {
  return compilePlan(rubric, new Map([...answersAsOf(earlier, FOREVER), ...state.answers]))
}

/**
 * `recompute`, or null where it throws: a rubric from a stranger's file may hold what no rubric of this program does, and
 * whoever wrote it must not be able to end the verification before it has told what it found.
 */
export function orNullIfUnsound<Value>(recompute: () => Value): Value | null {
  try {
    return recompute()
  } catch {
    return null
  }
}

const FOREVER = '9999-12-31' as PlainDate
