import { expect, test } from 'vitest'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type ClauseId } from '../kernel/identifiers.ts'
import { allClauses } from '../rubric/find-clause.ts'
import { coverageOf, type CoverageFault, type DeclaredFeed, type Feed } from './coverage.ts'

const looked = (clauseId: ClauseId): DeclaredFeed => ({ clauseId, inspection: '看', documents: null })
const follows = new Set<ClauseId>([clauses.noComplaint, clauses.ratingToHotline])
const everyOther = allClauses(smallRubric).flatMap((clause) => (follows.has(clause.id) ? [] : [looked(clause.id)]))
const late = { name: 'late', title: '晚了', clauseId: clauses.vacated }
const stranger = id<ClauseId>('9.9.9')

test.each<[title: string, detections: (typeof late)[], declared: DeclaredFeed[], faults: Partial<CoverageFault>[]]>([
  ['every clause is looked at, or follows from others', [], everyOther, []],
  ['a clause that nobody looks at', [], everyOther.slice(1), [{ code: 'clause-unfed', clauseId: clauses.vacated }]],
  ['a clause that only records show', [late], everyOther.slice(1), []],
  [
    'a detection of a clause that the rubric has not',
    [{ ...late, clauseId: stranger }],
    everyOther,
    [{ code: 'clause-unknown', clauseId: stranger }],
  ],
  [
    'an entry for a clause that the rubric has not',
    [],
    [...everyOther, looked(stranger)],
    [{ code: 'clause-unknown', clauseId: stranger }],
  ],
  [
    'two entries for one clause',
    [],
    [...everyOther, looked(clauses.vacated)],
    [{ code: 'clause-repeated', clauseId: clauses.vacated }],
  ],
])('%s', (_title, detections, declared, faults) => {
  const found = coverageOf(smallRubric, detections, declared).faults
  expect(found).toMatchObject(faults)
  expect(found).toHaveLength(faults.length)
  for (const { message, clauseId } of found) expect(message).toMatch(new RegExp(`${clauseId} 款.*请`, 'u'))
})

test.each<[title: string, clauseId: ClauseId, feeds: Feed[]]>([
  [
    'records first, then the inspector, then documents',
    clauses.vacated,
    [
      { kind: 'detection', name: 'late', title: '晚了' },
      { kind: 'inspection', look: '看岗位' },
      { kind: 'documents', ask: '排班表' },
    ],
  ],
  [
    'a bonus by absence follows from what breaks it',
    clauses.noComplaint,
    [{ kind: 'follows', clauseIds: [clauses.poorRating, clauses.hotline] }],
  ],
  [
    'a clause that sends elsewhere follows from where it sends',
    clauses.ratingToHotline,
    [{ kind: 'follows', clauseIds: [clauses.poorRating, clauses.hotline] }],
  ],
])('%s', (_title, clauseId, feeds) => {
  const declared = [{ clauseId: clauses.vacated, inspection: '看岗位', documents: '排班表' }]
  const { lines } = coverageOf(smallRubric, [late], declared)
  expect(lines.find((line) => line.clauseId === clauseId)?.feeds).toEqual(feeds)
})

test('there is a line for every clause, in the order of the notice', () =>
  expect(coverageOf(smallRubric, [], []).lines.map(({ clauseId }) => clauseId)).toEqual(
    allClauses(smallRubric).map((clause) => clause.id),
  ))
