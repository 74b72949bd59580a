import { expect, test } from 'vitest'
import { clauses, smallRubric } from '../../../../test/fixtures/small-rubric.ts'
import { clauseChoices } from './clause-choices.ts'

const offered = (what: 'bonus' | 'breach') =>
  clauseChoices(smallRubric, what).flatMap(({ options }) => options.map(({ value }) => value))

test.each<[clause: string, id: string, bonus: boolean, breach: boolean]>([
  ['a bonus with a range', clauses.innovation, true, false],
  ['a bonus for an absence, which nobody applies for', clauses.noComplaint, false, false],
  ['a fixed deduction', clauses.vacated, false, true],
  ['a clause that sends to the price of another', clauses.ratingToHotline, false, false],
])('%s', (_clause, id, bonus, breach) => {
  expect([offered('bonus').includes(id), offered('breach').includes(id)]).toEqual([bonus, breach])
})
