import { expect, test } from 'vitest'
import {
  acceptedBy,
  closed,
  contested,
  dismissed,
  enrolled,
  finding,
  lawfully,
  notified,
  opened,
  planned,
  submitted,
  substantiated,
  suspected,
} from '../../../test/fixtures/small-ledger.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { amended, basis, detected, flagged, withdrawn } from '../../../test/fixtures/small-suspicions.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { rational } from '../kernel/rational.ts'
import type { Proposal } from './decide.ts'

const { vacated, ratingRate, breakdown } = clauses
const start = [opened(), enrolled()]
const seen = [...start, detected()]
const twice = [...start, detected(vacated, { occurrences: 2 })]
const UNTOLD = { standing: 'suspected', reply: 'none', replyBy: null }

test.each<[given: string, ledger: Proposal[], after: object]>([
  [
    'a suspicion amended',
    [...seen, amended({ occurrences: 3 })],
    { standing: 'suspected', occurrences: 3, records: ['case-1@2'], basis },
  ],
  ['one withdrawn', [...seen, withdrawn()], { standing: 'withdrawn' }],
  [
    'one withdrawn that a person had raised',
    [opened(), enrolled(), suspected(), withdrawn({ basis: null })],
    { standing: 'withdrawn' },
  ],
  ['one withdrawn after the reply', [...seen, notified(), contested(), withdrawn()], { standing: 'withdrawn' }],
  ['one withdrawn after the period', [...seen, closed(), withdrawn()], { standing: 'withdrawn' }],
  [
    'one withdrawn and seen again',
    [...seen, notified(), contested(), withdrawn(), amended()],
    { standing: 'suspected', reply: 'none', replyBy: null },
  ],
  [
    'fewer than the center was told: its reply holds',
    [...twice, notified(), contested(), amended()],
    { standing: 'notified', reply: 'contested', occurrences: 1 },
  ],
  [
    'another version of the record that it was told of',
    [...seen, notified(), acceptedBy(), amended({ records: ['case-1@7'] })],
    { standing: 'notified', reply: 'accepted' },
  ],
  [
    'more than it was told: it is told anew, and has its days again',
    [...seen, notified(), acceptedBy(), amended({ occurrences: 2 }), notified()],
    { standing: 'notified', reply: 'none', occurrences: 2 },
  ],
  ['another day', [...seen, notified(), amended({ occurredOn: plainDate('2021-05-11') })], UNTOLD],
  ['another record', [...seen, notified(), amended({ records: ['case-1', 'case-2'] })], UNTOLD],
  [
    'another measure',
    [...start, detected(ratingRate, { measured: rational(69) }), notified(), amended({ measured: rational(68) })],
    UNTOLD,
  ],
  [
    'another requirement',
    [...start, detected(breakdown, { unmet: [0] }), notified(), amended({ unmet: [0, 1] })],
    UNTOLD,
  ],
  [
    'one requirement of two that it was told of',
    [...start, detected(breakdown, { unmet: [0, 1] }), notified(), amended({ unmet: [1] })],
    { standing: 'notified', unmet: [1] },
  ],
  [
    'a rectification that goes on while the center is to be told anew',
    [...seen, notified(), planned(), amended({ occurrences: 2 }), submitted()],
    { standing: 'suspected', rectification: 'submitted' },
  ],
  [
    'a decision whose records changed',
    [...seen, notified(), acceptedBy(), substantiated(), flagged(), flagged({ occurrences: 1, records: ['case-1@3'] })],
    {
      standing: 'substantiated',
      occurrences: 1,
      records: ['case-1'],
      decision: { occurrences: 1 },
      flags: [
        { occurrences: 0, records: [] },
        { occurrences: 1, records: ['case-1@3'] },
      ],
    },
  ],
  [
    'a dismissal whose records changed',
    [...seen, dismissed(), flagged({ occurrences: 2 })],
    { standing: 'dismissed', flags: [{ occurrences: 2 }] },
  ],
])('given %s', (_given, ledger, after) => {
  expect(lawfully(...ledger).findings.get(finding)).toMatchObject(after)
})
