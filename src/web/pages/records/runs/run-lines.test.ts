import { expect, test } from 'vitest'
import { id, type ClauseId } from '../../../../core/kernel/identifiers.ts'
import type { AdoptedDetection } from '../detections/by-clause.ts'
import { byClause } from '../detections/by-clause.ts'
import { clauses, smallRubric } from '../../../../../test/fixtures/small-rubric.ts'
import { runLines, totalsOf } from './run-lines.ts'

const [first, second] = Object.values(clauses)

function adopted(name: string, clauseId: ClauseId | null): AdoptedDetection {
  const read = { title: `The ${name}`, shows: '', dataSets: [], shape: 'rows', parameters: [] }
  return { name, by: id('p'), at: '2021-01-01T00:00:00+08:00' as never, text: '', read: clauseId === null ? null : { ...read, clauseId } } // prettier-ignore
}

const told = (name: string, raised: number) => ({
  name, hasRun: true, rows: 0, suspicions: 0, raised, amended: 1, withdrawn: 0, flagged: 0, unchanged: 2,
  merged: 0, late: 0, elsewhere: 0, unmeasured: 0, message: null,
}) // prettier-ignore

const ADOPTED = [adopted('b', second), adopted('a', first), adopted('odd', null)]

test('what was told stands in the order of the notice, what is unknown at the end', () => {
  const lines = runLines([told('gone', 1), told('b', 2), told('a', 3)], smallRubric, ADOPTED)
  expect(lines.map(({ title }) => title)).toEqual(['The a', 'The b', 'gone'])
  expect(lines.map(({ clauseId }) => clauseId)).toEqual([first, second, null])
})

test('the totals are of all detections', () => {
  expect(totalsOf([told('a', 3), told('b', 2)])).toEqual({
    raised: 5,
    amended: 2,
    withdrawn: 0,
    flagged: 0,
    unchanged: 4,
  })
})

test('detections are listed clause by clause, unread ones at the end', () => {
  expect(
    byClause(smallRubric, ADOPTED).map(({ clauseId, detections }) => [clauseId, detections.map(({ name }) => name)]),
  ).toEqual([
    [first, ['a']],
    [second, ['b']],
    [null, ['odd']],
  ])
})
