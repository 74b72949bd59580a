import { suppose } from '../../core/analysis/what-if/suppose.ts'
import type { Question, Reading } from '../../core/rubric/question.ts'
import { compilePlan, type ScoringPlan } from '../../core/scoring/scoring-plan.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'

/**
 * How the assessment would be scored if the question were read so, all other answers as they stand; the reading that was
 * answered keeps its number. Null where the reading asks for a number that nobody has named: then nothing can be said.
 */
export function supposedPlan(
  { adopted, state }: Pick<LiveAssessment, 'adopted' | 'state'>,
  { id: questionId }: Question,
  { key: reading }: Reading,
): ScoringPlan | null {
  const year = { rubric: adopted.rubric, answers: state.answers, state }
  const supposed = suppose(year, { kind: 'answer', questionId, reading, points: null })
  return supposed.ok ? compilePlan(supposed.value.rubric, supposed.value.answers) : null
}
