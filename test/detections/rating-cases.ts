import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

export const rating = (more: TestRecord): TestRecord => ({
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
      ['a 2021 6/10 !'],
    ],
    [
      'a second rating of one case counts once',
      { ...tenCases(6), ratings: [...tenCases(6).ratings, rating({ case_id: 'c0', attempt: 2 })] },
      ['a 2021 6/10 !'],
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
      ['a 2021 0/2 !'],
    ],
    [
      'each center by itself',
      {
        service_cases: [done('c1'), done('c2', { center_id: 'b' })],
        ratings: [rating({ case_id: 'c2', center_id: 'b' })],
      },
      ['a 2021 0/1 !', 'b 2021 1/1'],
    ],
    [
      'a rating of another center is of none of this one’s cases',
      { service_cases: [done('c1')], ratings: [rating({ case_id: 'c1', center_id: 'b' })] },
      ['a 2021 0/1 !'],
    ],
    ['nothing is said before the year is over', tenCases(6), [], { asOf: '2021-12-30' }],
    ['on its last day it is', tenCases(6), ['a 2021 6/10 !'], { asOf: '2021-12-31' }],
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
      'nor does one in the span after',
      { ratings: atSeconds([25, 35, 40], (place) => (place === 1 ? { channel: 'system-default' } : {})) },
      [],
    ],
    [
      'nor one in the span before',
      { ratings: atSeconds([20, 25, 35], (place) => (place === 1 ? { channel: 'system-default' } : {})) },
      [],
    ],
    [
      'three default ratings within another’s half minute',
      { ratings: atSeconds([0, 5, 10, 15], (place) => (place === 0 ? {} : { channel: 'system-default' })) },
      [],
    ],
    [
      'a rating of no case is none of three, and not one of them',
      { ratings: atSeconds([0, 5, 10, 15], (place) => (place === 3 ? { case_id: null } : {})) },
      ['a sys/1 2021-03-01 ×1', 'a sys/2 2021-03-01 ×1', 'a sys/3 2021-03-01 ×1'],
    ],
    [
      'a default rating among three others is not one of them',
      { ratings: atSeconds([0, 5, 10, 15], (place) => (place === 3 ? { channel: 'system-default' } : {})) },
      ['a sys/1 2021-03-01 ×1', 'a sys/2 2021-03-01 ×1', 'a sys/3 2021-03-01 ×1'],
    ],
    [
      'the first minutes of the next year do not count, though what they stand beside does',
      {
        ratings: ['2021-12-31 23:59:50', '2021-12-31 23:59:55', '2022-01-01 00:00:00'].map((at, place) =>
          rating({ case_id: `c${place}`, device_id: 'd1', rated_at: at }),
        ),
      },
      ['a sys/1 2021-12-31 ×1', 'a sys/2 2021-12-31 ×1'],
    ],
    [
      'a default rating between two real ones makes no third',
      { ratings: atSeconds([0, 5, 10], (place) => (place === 1 ? { channel: 'system-default' } : {})) },
      [],
    ],
  ],
}
