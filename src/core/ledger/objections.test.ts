import { expect, test } from 'vitest'
import { answersAsReason, answersIn, objectionsIn } from './objections.ts'

test.each<[string, string, readonly string[]]>([
  ['one sentence', 'power was off', ['power was off']],
  ['lines', 'power was off\n\na note was up', ['power was off', 'a note was up']],
  ['numbered lines', '1. power was off\n2. a note was up', ['power was off', 'a note was up']],
  ['a figure within a sentence', 'since 13.5 hours', ['since 13.5 hours']],
])('%s', (_what, grounds, objections) => {
  expect(objectionsIn(grounds)).toEqual(objections)
})

test.each<[string, readonly string[]]>([
  ['one', ['it was not']],
  ['two', ['it was', 'no note was up']],
])('answers come back as they were written: %s', (_what, answers) => {
  expect(answersIn(answersAsReason(answers), answers.length)).toEqual(answers)
})

test('a reason that answers all at once is paired with nothing', () => {
  expect(answersIn('the appeal fails', 2)).toBeNull()
})
