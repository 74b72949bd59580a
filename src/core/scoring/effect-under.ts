import type { ReadingEffect } from '../rubric/question.ts'
import type { QuestionPlan, Readings } from './question-plan.ts'

/**
 * What the reading chosen of the question at `place` does; undefined where no question is open there (-1). That is most
 * often so, and an array asked for its element -1 answers far more slowly than this test.
 */
export function effectUnder(
  questions: readonly QuestionPlan[],
  readings: Readings,
  place: number,
): ReadingEffect | undefined {
  return place < 0 ? undefined : questions[place]?.options[readings[place] ?? 0]
}
