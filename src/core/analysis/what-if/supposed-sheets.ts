import { drain } from '../certainty/drain.ts'
import { factsIn } from '../../scoring/score.ts'
import { scoreCenter } from '../../scoring/score-center.ts'
import type { ScoreSheet } from '../../scoring/score-sheet.ts'
import { compilePlan } from '../../scoring/scoring-plan.ts'
import type { SupposedYear } from './suppose.ts'

/**
 * The sheets of a supposed year: `before` are those of the year that it was supposed of, and of them only the centers that a
 * supposition touches are scored anew. The others stay the very same values.
 */
export function supposedSheets(before: readonly ScoreSheet[], supposed: SupposedYear): ScoreSheet[] {
  return drain(supposedSheetsInSteps(before, supposed))
}

/** A few dozen milliseconds at most, where many findings are open at a center. */
const CENTERS_A_STEP = 20

export function* supposedSheetsInSteps(
  before: readonly ScoreSheet[],
  { touched, state, rubric, answers }: SupposedYear,
): Generator<undefined, ScoreSheet[]> {
  if (touched !== 'all' && touched.size === 0) return [...before]
  const plan = compilePlan(rubric, answers)
  const facts = new Map(factsIn(state, touched === 'all' ? null : touched).map((one) => [one.centerId, one]))
  const after: ScoreSheet[] = []
  let scored = 0
  for (const sheet of before) {
    const own = facts.get(sheet.centerId)
    after.push(own === undefined ? sheet : scoreCenter(plan, own))
    if (own === undefined) continue
    scored += 1
    if (scored % CENTERS_A_STEP === 0) yield
  }
  return after
}
