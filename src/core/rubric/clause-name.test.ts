import { expect, test } from 'vitest'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type ClauseId } from '../kernel/identifiers.ts'
import { clauseName } from './clause-name.ts'

const [first] = smallRubric.sections

test.each<[title: string, clauseId: ClauseId, name: string]>([
  ['the only clause of its sentence', clauses.vacated, '一.1'],
  ['the second of its sentence', clauses.stillUnhappy, '四.1.2'],
  ['one that the rubric does not have', id<ClauseId>('9.9.9'), '9.9.9'],
])('%s is named', (_title, clauseId, name) => {
  expect(clauseName(smallRubric, clauseId)).toBe(name)
})

test('where the notice prints no number of the section, the id stands for it', () => {
  const sections = first === undefined ? [] : [{ ...first, label: '' }]
  expect(clauseName({ sections }, clauses.vacated)).toBe(clauses.vacated)
})
