import type { ClauseId } from '../../../core/kernel/identifiers.ts'
import type { Answered } from '../../client/call.ts'

/** How the office reads what the clause leaves open: the reading that it chose, numbered as among all answers. */
export function interpretationsOf(
  questions: Answered<'readAssessment'>['questions'],
  clauseId: ClauseId,
): readonly { readonly number: number; readonly label: string }[] {
  return questions.flatMap(({ question, answer }, place) => {
    if (answer === null || !question.clauseIds.includes(clauseId)) return []
    const reading = question.readings.find(({ key }) => key === answer.reading)
    return reading === undefined ? [] : [{ number: place + 1, label: reading.label }]
  })
}
