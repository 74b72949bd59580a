import { interpretationNumber } from '../../core/rubric/interpretation-number.ts'
import type { AnsweredQuestion } from './sheet-answer.ts'

/** A question of the notice with the number that its answer goes by. */
export interface NumberedQuestion extends AnsweredQuestion {
  readonly number: string
}

/** The questions about each clause, by the clause; numbered as the rubric has them. */
export function questionsByClause(
  questions: readonly AnsweredQuestion[],
): ReadonlyMap<string, readonly NumberedQuestion[]> {
  const byClause = new Map<string, NumberedQuestion[]>()
  questions.forEach((asked, place) => {
    for (const clauseId of asked.question.clauseIds)
      byClause.set(clauseId, [...(byClause.get(clauseId) ?? []), { ...asked, number: interpretationNumber(place) }])
  })
  return byClause
}
