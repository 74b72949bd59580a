import { expect, test } from 'vitest'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { decisionSteps, type CaseEvent } from './decision-steps.ts'

const event = (seq: number, day: string, fact: object) =>
  ({ seq, by: 'p', actedAt: `${day}T09:00:00+08:00`, recordedAt: `${day}T09:00:00+08:00`, ...fact }) as CaseEvent

const history = [
  event(1, '2021-05-01', { type: 'FindingReported', source: 'inspection' }),
  event(2, '2021-05-02', { type: 'FindingNotified' }),
  event(3, '2021-05-03', { type: 'FindingContested', statement: 's' }),
  event(4, '2021-05-10', { type: 'FindingSubstantiated', reason: 'r', occurrences: 2 }),
  event(5, '2021-05-10', { type: 'AmountDecided', reason: 'm', points: 150 }),
  event(6, '2021-06-01', { type: 'FindingReversed', reason: 'v' }),
]

test.each<[title: string, knownBy: string | null, steps: string[]]>([
  ['all of it', null, ['reported', 'contested', 'substantiated', 'amount', 'reversed']],
  ['as it was known before the review', '2021-05-31', ['reported', 'contested', 'substantiated', 'amount']],
  ['as it was known before anything', '2021-04-30', []],
])('the steps of a finding: %s', (_title, knownBy, steps) => {
  const found = decisionSteps(history, knownBy === null ? null : plainDate(knownBy))
  expect(found.map(({ name }) => name)).toEqual(steps)
})

test('a step says who in which duty, when, why and how much', () => {
  expect(decisionSteps(history, null)[3]).toEqual({
    seq: 5,
    name: 'amount',
    role: 'byAssessor',
    day: '2021-05-10',
    words: 'm',
    points: 150,
    occurrences: null,
  })
})
