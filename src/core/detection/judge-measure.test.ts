import { expect, test } from 'vitest'
import { openTo, parameter } from '../../../test/fixtures/small-detections.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type ClauseId, type QuestionId } from '../kernel/identifiers.ts'
import { rational } from '../kernel/rational.ts'
import type { Comparison } from '../rubric/condition.ts'
import { findClause } from '../rubric/find-clause.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { Judge } from './detection.ts'
import { judgeMeasure } from './judge-measure.ts'

const byClause: Judge = { kind: 'clause' }
const unanswered: Readonly<Record<string, string>> = {}

function judged(
  clauseId: ClauseId,
  numerator: number,
  denominator: number,
  { judge = byClause, rubric = smallRubric, readings = unanswered, limit = 50 } = {},
) {
  const clause = findClause(rubric, clauseId)
  if (!clause) throw new Error(clauseId)
  const parameters = [parameter('least', limit, openTo('q', { low: 40, high: limit }))]
  const readingOf = (question: QuestionId) => readings[question] ?? null
  return judgeMeasure({ numerator, denominator }, { rubric, clause, judge, parameters, readingOf })
}

test.each<[title: string, numerator: number, denominator: number, isSuspect: boolean]>([
  ['exactly 70 %', 70, 100, false],
  ['exactly 70 % of many', 700_000_007, 1_000_000_010, false],
  ['one in a billion below 70 %', 699_999_999, 1_000_000_000, true],
  ['one case below', 6, 9, true],
  ['one case above', 7, 9, false],
  ['nothing rated', 0, 5, true],
])('%s is held against the 70 %% that the clause prints', (_title, numerator, denominator, isSuspect) => {
  expect(judged(clauses.ratingRate, numerator, denominator).isSuspect).toBe(isSuspect)
})

test('what was measured is in the unit that the clause prints', () => {
  expect(judged(clauses.ratingRate, 712, 1_000)).toMatchObject({
    measured: rational(712, 10),
    unit: '%',
    limit: '低于70%',
  })
})

test.each<[numerator: number, isSuspect: boolean]>([
  [800, false],
  [795, false],
  [791, false],
  [790, true],
])('a slope starts where a full step is lost: %i of 1000', (numerator, isSuspect) => {
  expect(judged(clauses.onlineRate, numerator, 1_000).isSuspect).toBe(isSuspect)
})

test.each<[op: Comparison, numerator: number, isSuspect: boolean]>([
  ['<', 49, true],
  ['<', 50, false],
  ['<=', 50, true],
  ['>', 50, false],
  ['>', 51, true],
  ['>=', 50, true],
])('a limit that the office sets: %s 50 of %i', (op, numerator, isSuspect) => {
  const judge: Judge = { kind: 'limit', op, parameter: 'least', unit: '%' }
  expect(judged(clauses.vacated, numerator, 100, { judge }).isSuspect).toBe(isSuspect)
})

test('a limit that rests on an open question takes the reading once it is chosen, and says until then that it is open', () => {
  const judge: Judge = { kind: 'limit', op: '<', parameter: 'least', unit: '篇' }
  expect(judged(clauses.vacated, 45, 1, { judge })).toMatchObject({ isSuspect: true, openQuestion: 'q' })
  const readings = { q: 'low' }
  expect(judged(clauses.vacated, 45, 1, { judge, readings })).toMatchObject({ isSuspect: false, openQuestion: null })
})

test.each<[title: string, readings: Readonly<Record<string, string>>, isSuspect: boolean, open: string | null]>([
  ['suspect while nobody has said', {}, true, 'boundary'],
  ['suspect where it is included', { boundary: 'inclusive' }, true, null],
  ['not where it is left out', { boundary: 'exclusive' }, false, null],
])('the number itself is %s', (_title, readings, isSuspect, openQuestion) => {
  const rubric = askingBoundary()
  expect(judged(clauses.ratingRate, 70, 100, { rubric, readings })).toMatchObject({ isSuspect, openQuestion })
  expect(judged(clauses.ratingRate, 69, 100, { rubric, readings })).toMatchObject({
    isSuspect: true,
    openQuestion: null,
  })
  expect(judged(clauses.ratingRate, 71, 100, { rubric, readings })).toMatchObject({ isSuspect: false })
})

function askingBoundary(): Rubric {
  const [first] = smallRubric.questions
  if (!first) throw new Error('no question')
  const reading = (key: string, inclusive: boolean) => ({
    key,
    label: key,
    effect: { kind: 'boundary', inclusive } as const,
  })
  const question = {
    ...first,
    id: id<QuestionId>('boundary'),
    clauseIds: [clauses.ratingRate],
    readings: [reading('inclusive', true), reading('exclusive', false)],
  }
  return { ...smallRubric, questions: [...smallRubric.questions, question] }
}
