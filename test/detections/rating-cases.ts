import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

const rating = (more: TestRecord): TestRecord => ({
  center_id: 'a',
  case_id: 'c1',
  channel: 'counter-device',
  satisfaction: 'very-satisfied',
  rated_at: '2021-03-01 10:00:00',
  attempt: 1,
  ...more,
})

const done = (id: string, more: TestRecord = {}): TestRecord => ({
  record_id: id,
  center_id: 'a',
  item_id: 'x',
  channel: 'counter',
  case_type: 'instant',
  status: 'completed',
  submitted_at: '2021-03-01 09:00:00',
  ...more,
})

/** Ten cases, of which the first `rated` were rated. */
function tenCases(rated: number): { service_cases: TestRecord[]; ratings: TestRecord[] } {
  const ids = Array.from({ length: 10 }, (_, place) => `c${place}`)
  return {
    service_cases: ids.map((id) => done(id)),
    ratings: ids.slice(0, rated).map((id) => rating({ record_id: `r-${id}`, case_id: id })),
  }
}

export const RATING_RATE: DetectionCases = {
  detection: 'rating-rate-low',
  rows: [
    ['exactly seven of ten', tenCases(7), ['a 2021 7/10']],
    [
      'a default rating counts for nothing',
      { ...tenCases(7), ratings: [...tenCases(6).ratings, rating({ case_id: 'c6', channel: 'system-default' })] },
      ['a 2021 6/10'],
    ],
    [
      'a second rating of one case counts once',
      { ...tenCases(6), ratings: [...tenCases(6).ratings, rating({ case_id: 'c0', attempt: 2 })] },
      ['a 2021 6/10'],
    ],
    [
      'a rating found to be malicious counts for nothing, one found not to be counts',
      {
        ...tenCases(6),
        ratings: [
          ...tenCases(6).ratings,
          rating({ case_id: 'c6', is_excluded: 'yes' }),
          rating({ case_id: 'c7', is_excluded: 'no' }),
        ],
      },
      ['a 2021 7/10'],
    ],
    [
      'a case with a default rating and a real one is rated',
      {
        service_cases: [done('c1')],
        ratings: [
          rating({ channel: 'system-default' }),
          rating({ channel: 'sms', attempt: 2, rated_at: '2021-03-05 08:00:00' }),
        ],
      },
      ['a 2021 1/1'],
    ],
    [
      'only what was completed at a counter within the year is asked for',
      {
        service_cases: [
          done('c1'),
          done('c2', { channel: 'online' }),
          done('c3', { channel: 'self-service' }),
          done('c4', { status: 'in-progress' }),
          done('c5', { status: 'declined' }),
          done('c6', { status: 'withdrawn' }),
          done('c7', { submitted_at: '2022-01-04 09:00:00' }),
          done('c8', { submitted_at: '2021-12-31 16:59:59' }),
        ],
      },
      ['a 2021 0/2'],
    ],
    [
      'each center by itself',
      {
        service_cases: [done('c1'), done('c2', { center_id: 'b' })],
        ratings: [rating({ case_id: 'c2', center_id: 'b' })],
      },
      ['a 2021 0/1', 'b 2021 1/1'],
    ],
    ['nothing is said before the year is over', tenCases(6), [], { asOf: '2021-12-30' }],
    ['on its last day it is', tenCases(6), ['a 2021 6/10'], { asOf: '2021-12-31' }],
  ],
}

/** Ratings of one device, so many seconds after ten o'clock. */
function atSeconds(seconds: readonly number[], more: (place: number) => TestRecord = () => ({})): TestRecord[] {
  return seconds.map((second, place) => {
    const at = new Date(Date.UTC(2021, 2, 1, 10, 0, second)).toISOString()
    return rating({
      case_id: `c${place}`,
      device_id: 'd1',
      rated_at: `${at.slice(0, 10)} ${at.slice(11, 19)}`,
      ...more(place),
    })
  })
}

export const SELF_RATING: DetectionCases = {
  detection: 'self-rating',
  rows: [
    [
      'three cases within half a minute, over the edge of a minute',
      { ratings: atSeconds([45, 60, 75]) },
      ['a sys/1 2021-03-01 ×1', 'a sys/2 2021-03-01 ×1', 'a sys/3 2021-03-01 ×1'],
    ],
    ['each a second too far from the one after the next', { ratings: atSeconds([0, 31, 62]) }, []],
    ['the one in the middle sees both', { ratings: atSeconds([0, 30, 60]) }, ['a sys/2 2021-03-01 ×1']],
    ['two cases', { ratings: atSeconds([0, 5]) }, []],
    [
      'one case three times',
      { ratings: atSeconds([0, 5, 10], (place) => ({ case_id: 'c1', attempt: place + 1 })) },
      [],
    ],
    ['on three devices', { ratings: atSeconds([0, 5, 10], (place) => ({ device_id: `d${place}` })) }, []],
    [
      'devices of two centers may bear one number',
      { ratings: atSeconds([0, 5, 10], (place) => ({ center_id: place === 0 ? 'b' : 'a' })) },
      [],
    ],
    ['default ratings come in heaps', { ratings: atSeconds([0, 0, 0], () => ({ channel: 'system-default' })) }, []],
    ['no device is known', { ratings: atSeconds([0, 5, 10], () => ({ device_id: null })) }, []],
    [
      'a default rating between two real ones makes no third',
      { ratings: atSeconds([0, 5, 10], (place) => (place === 1 ? { channel: 'system-default' } : {})) },
      [],
    ],
  ],
}

const poor = (more: TestRecord = {}): TestRecord =>
  rating({
    record_id: 'r1',
    satisfaction: 'very-dissatisfied',
    verification: 'substantiated',
    responsibility: 'staff',
    ...more,
  })

const INCLUSIVE = '10.3/ambiguous-inclusive'

export const POOR_RATING: DetectionCases = {
  detection: 'poor-rating-substantiated',
  rows: [
    ['one star', { ratings: [poor()] }, ['a sys/r1 2021-03-01 ×1 rating:r1 =1']],
    [
      'three stars while the question is open',
      { ratings: [poor({ satisfaction: 'fairly-satisfied' })] },
      ['a sys/r1 2021-03-01 ×1 rating:r1 =3'],
    ],
    [
      'three stars where the number itself is included',
      { ratings: [poor({ satisfaction: 'fairly-satisfied' })] },
      ['a sys/r1 2021-03-01 ×1 rating:r1 =3'],
      { readings: { [INCLUSIVE]: 'inclusive' } },
    ],
    [
      'three stars where it is not',
      { ratings: [poor({ satisfaction: 'fairly-satisfied' })] },
      [],
      { readings: { [INCLUSIVE]: 'exclusive' } },
    ],
    [
      'two stars where it is not',
      { ratings: [poor({ satisfaction: 'dissatisfied' })] },
      ['a sys/r1 2021-03-01 ×1 rating:r1 =2'],
      { readings: { [INCLUSIVE]: 'exclusive' } },
    ],
    ['four stars', { ratings: [poor({ satisfaction: 'satisfied' })] }, []],
    ['not substantiated', { ratings: [poor({ verification: 'unsubstantiated' })] }, []],
    ['not verified yet', { ratings: [poor({ verification: 'pending' })] }, []],
    ['never looked at', { ratings: [poor({ verification: null })] }, []],
    ['for what the city’s system did', { ratings: [poor({ responsibility: 'system' })] }, []],
    ['for a policy', { ratings: [poor({ responsibility: 'policy' })] }, []],
    [
      'nobody has said for whom',
      { ratings: [poor({ responsibility: null })] },
      ['a sys/r1 2021-03-01 ×1 rating:r1 =1'],
    ],
    ['found to be malicious', { ratings: [poor({ is_excluded: 'yes' })] }, []],
    ['a default rating', { ratings: [poor({ channel: 'system-default' })] }, []],
    [
      'at the end of the last evening',
      { ratings: [poor({ rated_at: '2021-12-31 23:59:59' })] },
      ['a sys/r1 2021-12-31 ×1 rating:r1 =1'],
    ],
    ['a second later', { ratings: [poor({ rated_at: '2022-01-01 00:00:00' })] }, []],
  ],
}

export const STILL_DISSATISFIED: DetectionCases = {
  detection: 'poor-rating-still-dissatisfied',
  rows: [
    ['still dissatisfied', { ratings: [poor({ follow_up: 'dissatisfied' })] }, ['a sys/r1 2021-03-01 ×1 rating:r1']],
    ['satisfied in the end', { ratings: [poor({ follow_up: 'satisfied' })] }, []],
    ['not reached', { ratings: [poor({ follow_up: 'unreached' })] }, []],
    ['nobody called', { ratings: [poor()] }, []],
    [
      'dissatisfied, but not substantiated',
      { ratings: [poor({ follow_up: 'dissatisfied', verification: 'unsubstantiated' })] },
      [],
    ],
    [
      'three stars where the number itself is not included',
      { ratings: [poor({ follow_up: 'dissatisfied', satisfaction: 'fairly-satisfied' })] },
      [],
      { readings: { [INCLUSIVE]: 'exclusive' } },
    ],
  ],
}

const order = (more: TestRecord = {}): TestRecord => ({
  record_id: 'o1',
  center_id: 'a',
  kind: 'complaint',
  origin: 'phone',
  received_at: '2021-03-04 09:00:00',
  verification: 'substantiated',
  responsibility: 'center',
  ...more,
})

export const HOTLINE_COMPLAINT: DetectionCases = {
  detection: 'hotline-complaint-substantiated',
  rows: [
    ['a complaint by phone', { hotline_orders: [order()] }, ['a sys/o1 2021-03-04 ×1']],
    [
      'that the order says came from a rating',
      { hotline_orders: [order({ origin: 'rating', rating_id: 'r1' })] },
      ['a sys/o1 2021-03-04 ×1 rating:r1'],
    ],
    [
      'that only the rating knows of',
      { hotline_orders: [order()], ratings: [poor({ order_id: 'o1' })] },
      ['a sys/o1 2021-03-04 ×1 rating:r1'],
    ],
    [
      'that both know of',
      { hotline_orders: [order({ rating_id: 'r1' })], ratings: [poor({ order_id: 'o1' })] },
      ['a sys/o1 2021-03-04 ×1 rating:r1'],
    ],
    [
      'beside a rating that became another order',
      { hotline_orders: [order()], ratings: [poor({ order_id: 'o2' })] },
      ['a sys/o1 2021-03-04 ×1'],
    ],
    [
      'from a rating that nobody can name',
      { hotline_orders: [order({ origin: 'rating' })] },
      ['a sys/o1 2021-03-04 ×1'],
    ],
    ['a consultation', { hotline_orders: [order({ kind: 'consultation' })] }, []],
    ['not substantiated', { hotline_orders: [order({ verification: 'unsubstantiated' })] }, []],
    [
      'not substantiated, though neither satisfied nor resolved',
      { hotline_orders: [order({ verification: 'unsubstantiated', satisfaction: 'dissatisfied', is_resolved: 'no' })] },
      [],
    ],
    [
      'substantiated, though satisfied in the end',
      { hotline_orders: [order({ satisfaction: 'satisfied', is_resolved: 'yes' })] },
      ['a sys/o1 2021-03-04 ×1'],
    ],
    ['about a policy', { hotline_orders: [order({ responsibility: 'policy' })] }, []],
    ['nobody has said for whom', { hotline_orders: [order({ responsibility: null })] }, ['a sys/o1 2021-03-04 ×1']],
    ['of the next year', { hotline_orders: [order({ received_at: '2022-01-01 00:00:00' })] }, []],
  ],
}
