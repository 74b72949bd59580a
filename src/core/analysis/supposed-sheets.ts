import { factsIn } from '../scoring/score.ts'
import { scoreCenter } from '../scoring/score-center.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'
import { compilePlan } from '../scoring/scoring-plan.ts'
import type { SupposedYear } from './suppose.ts'

/**
 * The sheets of a supposed year: `before` are those of the year that it was supposed of, and of them only the centers that a
 * supposition touches are scored anew. The others stay the very same values.
 */
export function supposedSheets(before: readonly ScoreSheet[], supposed: SupposedYear): ScoreSheet[] {
  const { touched, state, rubric, answers } = supposed
  if (touched !== 'all' && touched.size === 0) return [...before]
  const plan = compilePlan(rubric, answers)
  const facts = new Map(factsIn(state, touched === 'all' ? null : touched).map((one) => [one.centerId, one]))
  return before.map((sheet) => {
    const own = facts.get(sheet.centerId)
    return own === undefined ? sheet : scoreCenter(plan, own)
  })
}
