/**
 * Analysis answers what an office asks of a year that is scored already: what if something were otherwise, how sure a score
 * and a rank are, whether discretion was used evenly, whom to inspect, what next year's notice would have made of it. All
 * of it is computed from one value, the assessed year, by the very scoring that makes the sheets; nothing here changes a
 * record. Chance comes from a seed that is given (`kernel/random.ts`), so whatever is drawn can be drawn again.
 */
import type { QuestionId } from '../kernel/identifiers.ts'
import type { Digest } from '../ledger/chain.ts'
import type { AssessmentState } from '../ledger/assessment-state.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { scoreState } from '../scoring/score.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'
import { compilePlan } from '../scoring/scoring-plan.ts'

/** Everything that scores rest on: the notice as compiled, the questions answered, and the ledger folded. */
export interface AssessedYear {
  readonly rubric: Rubric
  readonly answers: ReadonlyMap<QuestionId, Interpretation>
  readonly state: AssessmentState
  /** Other notices that may be laid over the year, by the digests that suppositions name them with. */
  readonly others?: ReadonlyMap<Digest, Rubric>
}

/** In the order in which the centers were enrolled. */
export function sheetsOf({ rubric, answers, state }: AssessedYear): ScoreSheet[] {
  return scoreState(compilePlan(rubric, answers), state)
}
