import { expect, test } from 'vitest'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import {
  appealed,
  approved,
  asEvents,
  closed,
  corrected,
  decidedAmount,
  dismissed,
  enrolled,
  opened,
  proposed,
  reported,
  reversed,
  substantiated,
  suspected,
  upheld,
  varied,
} from '../../../test/fixtures/small-ledger.ts'
import {
  id,
  type ClauseId,
  type EventKey,
  type FindingId,
  type PersonId,
  type QuestionId,
} from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { rational } from '../kernel/rational.ts'
import type { LedgerFact } from '../ledger/ledger-event.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import { score } from './score.ts'

const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2022-12-31') }
type Proposals = Parameters<typeof asEvents>[0]

/** Every question of the small rubric answered the way that keeps rows short. */
const SETTLED: Record<string, string> = {
  '1.4/unless-with-two-antecedents': 'any',
  '1.2/once-or-per-occurrence': 'once',
  '3.1/no-cap-for-bonus': 'none',
  '3.2/double-count': 'both',
  '4.1/replaces-or-adds': 'replaces',
  '1.1/double-count': 'highest',
  'document/floor-missing': 'section',
  'document/totals-mismatch': 'off-total',
}

function answers(changed: Record<string, string | null> = {}): Interpretation[] {
  return Object.entries({ ...SETTLED, ...changed }).flatMap(([question, reading]) =>
    reading === null
      ? []
      : [
          {
            questionId: id<QuestionId>(question),
            reading,
            points: null,
            decidedBy: id<PersonId>('assessor-1'),
            decidedOn: plainDate('2021-01-02'),
            reason: '',
          },
        ],
  )
}

function sheet(proposals: Proposals, changed: Record<string, string | null> = {}) {
  const [one] = score(smallRubric, answers(changed), asEvents([opened(), enrolled(), ...proposals]), clocks)
  if (!one) throw new Error('no sheet')
  return one
}

/** A finding substantiated, with its own id, of so many occurrences. */
function found(
  clauseId: ClauseId,
  name: string,
  rest: Partial<Omit<Extract<LedgerFact, { type: 'FindingReported' }>, 'type'>> = {},
) {
  const findingId = id<FindingId>(name)
  const occurrences = rest.occurrences ?? 1
  const occurredOn = rest.occurredOn ?? plainDate('2021-05-10')
  return [
    reported(clauseId, { ...rest, findingId, occurrences, occurredOn }),
    substantiated(clauseId, { findingId, occurrences, occurredOn }),
  ]
}

const e1 = { eventKey: id<EventKey>('e1') }
const may1 = { occurredOn: plainDate('2021-05-01') }
const june = { occurredOn: plainDate('2021-06-01') }
const f1 = { findingId: id<FindingId>('F1') }

test.each<[given: string, ledger: Proposals, total: number, lowest: number, highest: number]>([
  ['nothing, the period running', [], 1500, 1500, 1600],
  ['nothing, the period closed', [closed()], 1600, 1600, 1600],
  ['a fixed amount by the instance', [...found(clauses.vacated, 'F1', { occurrences: 3 }), closed()], 1300, 1300, 1300],
  ['more than a section holds', [...found(clauses.vacated, 'F1', { occurrences: 9 }), closed()], 1100, 1100, 1100],
  [
    'a price without a unit, twice',
    [...found(clauses.otherSystem, 'F1'), ...found(clauses.otherSystem, 'F2'), closed()],
    1500,
    1500,
    1500,
  ],
  [
    'discretion that nobody has used: its least is certain',
    [...found(clauses.training, 'F1'), closed()],
    1500,
    1300,
    1500,
  ],
  ['discretion used', [...found(clauses.training, 'F1'), decidedAmount('2', f1), closed()], 1400, 1400, 1400],
  ['no number printed, undecided', [...found(clauses.delay, 'F1'), closed()], 1600, 600, 1600],
  ['no number printed, decided', [...found(clauses.delay, 'F1'), decidedAmount('0.7', f1), closed()], 1530, 1530, 1530],
  ['a suspicion of two', [suspected(clauses.vacated, { occurrences: 2 }), closed()], 1600, 1400, 1600],
  ['a suspicion dismissed', [suspected(), dismissed(), closed()], 1600, 1600, 1600],
  ['an appeal pending', [...found(clauses.vacated, 'F1', { occurrences: 3 }), appealed(), closed()], 1300, 1300, 1600],
  [
    'an appeal on a range',
    [...found(clauses.training, 'F1'), decidedAmount('2', f1), appealed(), closed()],
    1400,
    1300,
    1600,
  ],
  ['an appeal refused', [...found(clauses.vacated, 'F1'), appealed(), upheld(), closed()], 1500, 1500, 1500],
  [
    'an appeal that varied',
    [...found(clauses.vacated, 'F1', { occurrences: 3 }), appealed(), varied(), closed()],
    1500,
    1500,
    1500,
  ],
  ['an appeal that won', [...found(clauses.vacated, 'F1'), appealed(), reversed(), closed()], 1600, 1600, 1600],
  ['a correction', [...found(clauses.vacated, 'F1', { occurrences: 3 }), corrected(), closed()], 1500, 1500, 1500],
  ['a rate just reached', [...found(clauses.ratingRate, 'F1', { measured: rational(70) }), closed()], 1600, 1600, 1600],
  [
    'a rate just missed',
    [...found(clauses.ratingRate, 'F1', { measured: rational(6999, 100) }), closed()],
    1500,
    1500,
    1500,
  ],
  [
    'a slope, two full points and a half',
    [...found(clauses.onlineRate, 'F1', { measured: rational(155, 2) }), closed()],
    1500,
    1500,
    1500,
  ],
  [
    'a slope past its cap',
    [...found(clauses.onlineRate, 'F1', { measured: rational(60) }), closed()],
    1300,
    1300,
    1300,
  ],
  ['a bonus proposed', [proposed(clauses.innovation, { occurrences: 2 }), closed()], 1600, 1600, 1800],
  ['a bonus approved', [proposed(), approved('0.8'), closed()], 1680, 1680, 1680],
  ['a bonus by level', [proposed(clauses.award, { level: '市' }), approved(null), closed()], 1800, 1800, 1800],
  ['a complaint breaks the absence bonus', [...found(clauses.hotline, 'F1'), closed()], 1400, 1400, 1400],
  ['a suspicion may still break it', [suspected(clauses.hotline), closed()], 1600, 1400, 1600],
  [
    'a rating that became a call',
    [
      ...found(clauses.poorRating, 'F1', { ...e1, ...may1 }),
      ...found(clauses.hotline, 'F2', { ...e1, ...june }),
      closed(),
    ],
    1400,
    1400,
    1400,
  ],
  [
    'a call that became a rating',
    [
      ...found(clauses.poorRating, 'F1', { ...e1, ...june }),
      ...found(clauses.hotline, 'F2', { ...e1, ...may1 }),
      closed(),
    ],
    1300,
    1300,
    1300,
  ],
  [
    'still unhappy, in place of the rating',
    [...found(clauses.poorRating, 'F1', e1), ...found(clauses.stillUnhappy, 'F2', e1), closed()],
    1300,
    1300,
    1300,
  ],
  [
    'still unhappy twice, of two ratings',
    [...found(clauses.stillUnhappy, 'F1', e1), ...found(clauses.stillUnhappy, 'F2'), closed()],
    1200,
    1200,
    1200,
  ],
  [
    'one event under two prices, the dearer',
    [...found(clauses.vacated, 'F1', e1), ...found(clauses.dress, 'F2', e1), closed()],
    1500,
    1500,
    1500,
  ],
])('given %s', (_given, ledger, total, lowest, highest) => {
  expect(sheet(ledger)).toMatchObject({ score: total, interval: [lowest, highest], isSettled: lowest === highest })
})

test.each<[given: string, question: string, ledger: Proposals, total: number, lowest: number, highest: number]>([
  [
    'two without a unit',
    '1.2/once-or-per-occurrence',
    [...found(clauses.otherSystem, 'F1'), ...found(clauses.otherSystem, 'F2'), closed()],
    1500,
    1400,
    1500,
  ],
  [
    'one of two requirements unmet',
    '1.4/unless-with-two-antecedents',
    [...found(clauses.breakdown, 'F1', { unmet: [1] }), closed()],
    1600,
    1550,
    1600,
  ],
  [
    'three bonuses',
    '3.1/no-cap-for-bonus',
    [proposed(clauses.innovation, { occurrences: 3 }), approved('1', { occurrences: 3 }), closed()],
    1800,
    1800,
    1900,
  ],
  ['a rating', '3.2/double-count', [...found(clauses.poorRating, 'F1'), closed()], 1400, 1400, 1500],
  [
    'a rating still unhappy',
    '4.1/replaces-or-adds',
    [...found(clauses.poorRating, 'F1', e1), ...found(clauses.stillUnhappy, 'F2', e1), closed()],
    1300,
    1200,
    1300,
  ],
  [
    'an event under two prices',
    '1.1/double-count',
    [...found(clauses.vacated, 'F1', e1), ...found(clauses.dress, 'F2', e1), closed()],
    1500,
    1450,
    1500,
  ],
  [
    'more than a section holds',
    'document/floor-missing',
    [...found(clauses.vacated, 'F1', { occurrences: 7 }), closed()],
    1100,
    900,
    1100,
  ],
  [
    'losses where no points are printed',
    'document/totals-mismatch',
    [...found(clauses.hotline, 'F1', { occurrences: 7 }), closed()],
    1500,
    800,
    1500,
  ],
])('given %s while %s is open', (_given, question, ledger, total, lowest, highest) => {
  const one = sheet(ledger, { [question]: null })
  expect(one).toMatchObject({ score: total, interval: [lowest, highest], isSettled: false })
  expect(one.open).toContainEqual(
    expect.objectContaining({ kind: 'question', ref: question, moves: [lowest - total, highest - total] }),
  )
})

test('each thing that is open is listed with how far it alone moves the total', () => {
  const one = sheet([
    ...found(clauses.training, 'F1'),
    suspected(clauses.vacated, { findingId: id<FindingId>('F2') }),
    ...found(clauses.village, 'F3'),
    decidedAmount('1', { findingId: id<FindingId>('F3') }),
    appealed({ findingId: id<FindingId>('F3') }),
    proposed(),
  ])
  expect(one.open.map(({ kind, ref, moves }) => [kind, ref, ...moves])).toEqual([
    ['amount', 'F1', -200, 0],
    ['decision', 'F2', -100, 0],
    ['appeal', 'F3', -100, 100],
    ['approval', 'B1', 0, 100],
    ['absence', clauses.noComplaint, 0, 100],
  ])
})
