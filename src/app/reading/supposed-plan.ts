import type { Interpretation } from '../../core/rubric/interpretation.ts'
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
  { key: reading, effect }: Reading,
): ScoringPlan | null {
  const answer = state.answers.get(questionId)
  if (answer?.reading === reading) return compilePlan(adopted.rubric, state.answers)
  if (effect.kind === 'amount' && effect.points === null) return null
  return compilePlan(
    adopted.rubric,
    new Map(state.answers).set(questionId, { ...NOBODY, questionId, reading, points: null }),
  )
}

/** Who answered when moves no points. */
const NOBODY = {
  decidedBy: '' as Interpretation['decidedBy'],
  decidedOn: '1900-01-01' as Interpretation['decidedOn'],
  reason: '',
}
