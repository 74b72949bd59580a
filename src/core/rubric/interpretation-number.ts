import type { QuestionId } from '../kernel/identifiers.ts'
import type { Rubric } from './rubric.ts'

/** How people call the office's answer to a question of the notice: K- and the question's place in the rubric, from 1. */
export function interpretationNumber(place: number): string {
  return `K-${String(place + 1).padStart(2, '0')}`
}

/** The same by the question's id, which stays where the rubric has no such question. */
export function numberOfQuestion({ questions }: Pick<Rubric, 'questions'>, questionId: QuestionId): string {
  const place = questions.findIndex(({ id }) => id === questionId)
  return place === -1 ? questionId : interpretationNumber(place)
}
