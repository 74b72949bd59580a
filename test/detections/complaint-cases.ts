import type { DetectionCases } from './detection-case.ts'
import { rating } from './rating-cases.ts'
import type { TestRecord } from './tables.ts'

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
    [
      'for what the center did',
      { ratings: [poor({ responsibility: 'center' })] },
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
      'three stars while the question is open, for what the center did',
      { ratings: [poor({ follow_up: 'dissatisfied', satisfaction: 'fairly-satisfied', responsibility: 'center' })] },
      ['a sys/r1 2021-03-01 ×1 rating:r1'],
    ],
    ['dissatisfied with a policy', { ratings: [poor({ follow_up: 'dissatisfied', responsibility: 'policy' })] }, []],
    ['a default rating', { ratings: [poor({ follow_up: 'dissatisfied', channel: 'system-default' })] }, []],
    ['found to be malicious', { ratings: [poor({ follow_up: 'dissatisfied', is_excluded: 'yes' })] }, []],
    ['of the next year', { ratings: [poor({ follow_up: 'dissatisfied', rated_at: '2022-01-01 00:00:00' })] }, []],
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
    ['about the staff', { hotline_orders: [order({ responsibility: 'staff' })] }, ['a sys/o1 2021-03-04 ×1']],
    ['nobody has said for whom', { hotline_orders: [order({ responsibility: null })] }, ['a sys/o1 2021-03-04 ×1']],
    ['of the next year', { hotline_orders: [order({ received_at: '2022-01-01 00:00:00' })] }, []],
  ],
}
