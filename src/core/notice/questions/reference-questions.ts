import { referenceIn } from '../clause/reference.ts'
import type { ClauseQuestion, QuestionRule } from './question-rule.ts'

/** unresolved-reference: a price or a whole item rests on a rule, a table or a formula that is not given. */
export const referenceQuestions: QuestionRule = (reading) => {
  const questions: ClauseQuestion[] = []
  for (const [at, { marks }] of reading.drafts.entries())
    if (marks.reference !== null) questions.push({ code: 'unresolved-reference', drafts: [at] })
  if (questions.length > 0) return questions
  return referenceIn(reading.normal.text) === null ? [] : [{ code: 'unresolved-reference', drafts: [] }]
}
