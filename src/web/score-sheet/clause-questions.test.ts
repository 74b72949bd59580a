import { expect, test } from 'vitest'
import { questionsByClause } from './clause-questions.ts'
import type { AnsweredQuestion } from './sheet-answer.ts'

const asked = (...clauseIds: string[]) => ({ question: { clauseIds }, answer: null }) as unknown as AnsweredQuestion

test('each clause has the questions about it, by the numbers that they have in the rubric', () => {
  const found = questionsByClause([asked('1.1.1'), asked(), asked('1.1.1', '3.5.1')])
  expect([...found].map(([clauseId, questions]) => [clauseId, questions.map(({ number }) => number)])).toEqual([
    ['1.1.1', ['K-01', 'K-03']],
    ['3.5.1', ['K-03']],
  ])
})
