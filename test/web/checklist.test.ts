import { expect, test } from 'vitest'
import { id, type CenterId, type ClauseId } from '../../src/core/kernel/identifiers.ts'
import { MORNING } from '../fixtures/phone-records.ts'
import { clauses, smallRubric } from '../fixtures/small-rubric.ts'
import { chargeable, checklistOf, countSeen, seenAt, splitAt } from '../../src/web/pages/inspection/checklist.ts'

const inspected = (clauseId: ClauseId, look = '看') => ({
  clauseId,
  quote: '',
  feeds: [
    { kind: 'documents' as const, ask: '排班表' },
    { kind: 'inspection' as const, look },
  ],
})
const byDocuments = (clauseId: ClauseId) => ({
  clauseId,
  quote: '',
  feeds: [{ kind: 'documents' as const, ask: '制度' }],
})

test('the checklist is what inspection feeds, in the order of the notice, with what to look at', () => {
  const lines = [byDocuments(clauses.training), inspected(clauses.vacated, '有没有空岗')]
  expect(
    checklistOf(smallRubric, lines).flatMap(({ entries }) => entries.map(({ clause, look }) => [clause.id, look])),
  ).toEqual([[clauses.vacated, '有没有空岗']])
})

test('a finding can be recorded under any clause that costs points, on the list or not; never under a bonus', () => {
  const listed = chargeable(smallRubric, []).flatMap(({ entries }) => entries.map(({ clause }) => clause))
  expect(listed.map((clause) => clause.id)).toContain(clauses.training)
  expect(listed.some(({ direction }) => direction === 'bonus')).toBe(false)
})

test('looked at is what was seen or recorded at this center, once each', () => {
  const east = id<CenterId>('east')
  const sighting = (centerId: CenterId, clauseId: ClauseId) => ({ roundKey: 'r', centerId, clauseId, seenAt: MORNING })
  const record = { centerId: east, clause: { clauseId: clauses.vacated, label: '', quote: '' } }
  const seen = seenAt(east, [sighting(east, clauses.vacated), sighting(id('west'), clauses.training)], [
    record,
    record,
    { centerId: east, clause: null },
  ] as never)
  const [section] = checklistOf(smallRubric, [inspected(clauses.vacated), inspected(clauses.training)])
  expect([...seen]).toEqual([clauses.vacated])
  expect(section === undefined ? null : countSeen(section, seen)).toBe(1)
})

test.each([
  ['甲乙丙', '乙', ['甲', '乙', '丙']],
  ['甲乙丙', '丁', ['', '丁', '']],
])('%s split at %s is %j', (text, quote, parts) => {
  expect(splitAt(text, quote)).toEqual(parts)
})
