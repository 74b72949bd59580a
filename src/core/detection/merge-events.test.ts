import { expect, test } from 'vitest'
import { orders, otherCenter, ratings, suspicionBy, vacancies } from '../../../test/fixtures/small-detections.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type ClauseId, type EventKey } from '../kernel/identifiers.ts'
import type { ChargedAs } from '../rubric/relation.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { Suspicion } from './detection.ts'
import { mergeEvents } from './merge-events.ts'

const eventKey = id<EventKey>('rating:1')
const rating = suspicionBy(ratings, { eventKey })
const order = suspicionBy(orders, { eventKey, subject: 'O1', records: ['orders/O1@1'] })

function merged(found: readonly Suspicion[], rubric: Rubric = smallRubric) {
  const { suspicions, into } = mergeEvents(rubric, found)
  const shown = suspicions.map(({ detection, subject, records }) => `${detection} ${subject}: ${records.join()}`)
  return { shown, gone: [...into].map(([{ subject }, holder]) => `${subject} > ${holder.subject}`) }
}

test('a rating that became an order is one suspicion under the clause that is charged, with the records of both', () => {
  expect(merged([order, rating])).toEqual({ shown: ['ratings 1: orders/O1@1,ratings/1@1'], gone: ['O1 > 1'] })
})

test.each<[title: string, found: Suspicion[]]>([
  ['an order alone', [order]],
  ['an order of another event', [rating, { ...order, eventKey: id<EventKey>('rating:2') }]],
  ['an order of no event', [rating, { ...order, eventKey: null }]],
  [
    'two of no event',
    [
      { ...rating, eventKey: null },
      { ...order, eventKey: null },
    ],
  ],
  ['an order of another center', [rating, { ...order, centerId: otherCenter }]],
  ['a clause that the notice does not tie', [rating, suspicionBy(vacancies, { eventKey })]],
  ['two under the clause that is charged', [rating, { ...rating, subject: '2', records: ['ratings/2@1'] }]],
])('%s stays as it is', (_title, found) => {
  const { shown, gone } = merged(found)
  expect([shown.length, gone]).toEqual([found.length, []])
})

test('several orders of one rating are its records, and of two ratings with one key the first takes them', () => {
  const second = { ...order, subject: 'O2', records: ['orders/O2@1'] }
  const other = { ...rating, subject: '2', records: ['ratings/2@1'] }
  const expected = ['ratings 1: orders/O1@1,orders/O2@1,ratings/1@1', 'ratings 2: ratings/2@1']
  for (const found of [
    [order, second, rating, other],
    [other, rating, second, order],
  ])
    expect(merged(found).shown.toSorted()).toEqual(expected)
})

test('a chain of such sentences ends where it ends, and one that goes round is followed nowhere', () => {
  const vacated = suspicionBy(vacancies, { eventKey })
  const tie = (from: ClauseId, chargedAs: ClauseId): ChargedAs => {
    const known = smallRubric.relations.find((relation) => relation.kind === 'charged-as')
    if (!known) throw new Error('no relation')
    return { ...known, from, to: chargedAs, chargedAs }
  }
  const { hotline, poorRating, vacated: vacatedClause } = clauses
  const chain = { ...smallRubric, relations: [tie(hotline, poorRating), tie(poorRating, vacatedClause)] }
  expect(merged([order, rating, vacated], chain).shown).toEqual(['vacancies 1: orders/O1@1,ratings/1@1,vacancies/1@1'])
  const round = { ...smallRubric, relations: [tie(hotline, poorRating), tie(poorRating, hotline)] }
  expect(merged([order, rating], round).shown).toHaveLength(2)
})
