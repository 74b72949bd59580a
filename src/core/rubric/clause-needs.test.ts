import { expect, test } from 'vitest'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import type { ClauseId } from '../kernel/identifiers.ts'
import { points } from '../kernel/points.ts'
import { rational } from '../kernel/rational.ts'
import type { Amount } from './amount.ts'
import type { Clause } from './clause.ts'
import { antecedentsOf, levelsOf, needsMeasure, openPriceOf } from './clause-needs.ts'
import { allClauses, findClause } from './find-clause.ts'

test.each<[clauseId: ClauseId, needs: { measure?: true; levels?: string[]; antecedents?: number }]>([
  [clauses.vacated, {}],
  [clauses.otherSystem, {}],
  [clauses.breakdown, { antecedents: 2 }],
  [clauses.ratingRate, { measure: true }],
  [clauses.onlineRate, { measure: true }],
  [clauses.award, { levels: ['市', '区'] }],
])('%s needs what its wording prices by', (clauseId, { measure = false, levels = [], antecedents = 0 }) => {
  const clause = clauseOf(clauseId)
  expect(needsMeasure(clause)).toBe(measure)
  expect(levelsOf(clause)).toEqual(levels)
  expect(antecedentsOf(clause)).toHaveLength(antecedents)
})

test.each<[title: string, amount: Amount, price: readonly [string, string | null] | null]>([
  ['a fixed price', { kind: 'fixed', points: points('1') }, null],
  ['a range', { kind: 'range', min: points('1'), max: points('3') }, ['1', '3']],
  ['no number', { kind: 'unspecified' }, ['0.01', null]],
  ['double a range', { kind: 'multiplied', times: rational(2), of: clauses.training }, ['2', '6']],
  ['half a range', { kind: 'multiplied', times: rational(1, 2), of: clauses.training }, ['0.5', '1.5']],
  ['double a fixed price', { kind: 'multiplied', times: rational(2), of: clauses.vacated }, null],
  ['double an open price', { kind: 'multiplied', times: rational(2), of: clauses.delay }, ['0.01', null]],
  ['double what stands elsewhere', { kind: 'multiplied', times: rational(2), of: null }, ['0.01', null]],
])('%s leaves a person to decide', (_title, amount, price) => {
  const open = openPriceOf(smallRubric, { ...clauseOf(clauses.vacated), amount })
  expect(open).toEqual(price && { min: points(price[0]), max: price[1] === null ? null : points(price[1]) })
})

test('every clause is found by its id, and no other', () => {
  for (const clause of allClauses(smallRubric)) expect(findClause(smallRubric, clause.id)).toBe(clause)
  expect(findClause(smallRubric, '9.9.9' as ClauseId)).toBeNull()
})

function clauseOf(clauseId: ClauseId): Clause {
  const clause = findClause(smallRubric, clauseId)
  if (!clause) throw new Error(`the small rubric has no ${clauseId}`)
  return clause
}
