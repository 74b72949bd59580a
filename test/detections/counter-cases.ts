import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

export const counter = (id: string, kind: string, more: TestRecord = {}): TestRecord => ({
  record_id: `w${id}`,
  center_id: 'a',
  counter_id: id,
  kind,
  opens_on: '2020-01-01',
  ...more,
})

/** General counters numbered from 1, then special ones. */
export function counters(general: number, special: number): TestRecord[] {
  return Array.from({ length: general + special }, (_, place) =>
    counter(String(place + 1), place < general ? 'general' : 'special'),
  )
}

export const GENERAL_SHARE: DetectionCases = {
  detection: 'general-counter-share',
  rows: [
    ['exactly four of five', { counters: counters(4, 1) }, ['a 2021 1460/1825']],
    [
      'the reception desk is no counter for cases',
      { counters: [...counters(4, 1), counter('0', 'reception')] },
      ['a 2021 1460/1825'],
    ],
    [
      'a counter that became general in July',
      {
        counters: [
          counter('1', 'special', { closes_on: '2021-06-30' }),
          counter('1', 'general', { record_id: 'w1b', opens_on: '2021-07-01' }),
        ],
      },
      ['a 2021 184/365 !'],
    ],
    [
      'registered twice for one day, it counts once',
      { counters: [counter('1', 'special'), counter('1', 'general', { record_id: 'w1b' })] },
      ['a 2021 365/365'],
    ],
    [
      'closed before the year',
      { counters: [counter('1', 'general'), counter('2', 'special', { closes_on: '2020-12-31' })] },
      ['a 2021 365/365'],
    ],
    ['on the last day it is said', { counters: counters(1, 0) }, ['a 2021 365/365'], { asOf: '2021-12-31' }],
    ['nothing is said before the year is over', { counters: counters(1, 1) }, [], { asOf: '2021-12-30' }],
  ],
}

export const hours = (opened: string, closed: string, more: TestRecord = {}): TestRecord => ({
  center_id: 'a',
  counter_id: '1',
  opened_at: `2021-03-01 ${opened}`,
  closed_at: `2021-03-01 ${closed}`,
  ...more,
})

export const COUNTER_VACATED: DetectionCases = {
  detection: 'counter-vacated',
  rows: [
    ['a quarter of an hour', { counter_hours: [hours('09:00:00', '10:00:00'), hours('10:15:00', '11:30:00')] }, []],
    [
      'a second more',
      { counter_hours: [hours('09:00:00', '10:00:00'), hours('10:15:01', '11:30:00')] },
      ['a sys/1 2021-03-01 ×1'],
    ],
    ['lunch', { counter_hours: [hours('09:00:00', '11:30:00'), hours('13:00:00', '17:00:00')] }, []],
    ['lunch from noon', { counter_hours: [hours('09:00:00', '12:00:00'), hours('13:00:00', '17:00:00')] }, []],
    [
      'an early pause that ends before noon',
      { counter_hours: [hours('09:00:00', '11:00:00'), hours('11:59:59', '17:00:00')] },
      ['a sys/1 2021-03-01 ×1'],
    ],
    [
      'only the next opening counts',
      {
        counter_hours: [hours('09:00:00', '10:00:00'), hours('10:30:00', '11:30:00'), hours('10:10:00', '10:20:00')],
      },
      [],
    ],
    [
      'one stretch follows the other without a second between',
      { counter_hours: [hours('09:00:00', '10:00:00'), hours('10:00:00', '10:30:00'), hours('10:40:00', '11:30:00')] },
      [],
    ],
    [
      'a pause that ends at noon',
      { counter_hours: [hours('09:00:00', '11:00:00'), hours('12:00:00', '17:00:00')] },
      [],
    ],
    [
      'a pause that begins a second after noon',
      { counter_hours: [hours('09:00:00', '12:00:01'), hours('12:30:00', '17:00:00')] },
      ['a sys/1 2021-03-01 ×1'],
    ],
    [
      'in the morning, whatever follows in the afternoon',
      { counter_hours: [hours('09:00:00', '10:00:00'), hours('10:30:00', '12:00:00'), hours('13:00:00', '17:00:00')] },
      ['a sys/1 2021-03-01 ×1'],
    ],
    [
      'in the next year',
      {
        counter_hours: [
          hours('', '', { opened_at: '2022-03-01 09:00:00', closed_at: '2022-03-01 10:00:00' }),
          hours('', '', { opened_at: '2022-03-01 11:00:00', closed_at: '2022-03-01 11:30:00' }),
        ],
      },
      [],
    ],
    [
      'another counter',
      { counter_hours: [hours('09:00:00', '10:00:00'), hours('10:30:00', '11:30:00', { counter_id: '2' })] },
      [],
    ],
    [
      'closed for the day',
      {
        counter_hours: [
          hours('09:00:00', '10:00:00'),
          hours('09:00:00', '10:00:00', { opened_at: '2021-03-02 09:00:00', closed_at: '2021-03-02 17:00:00' }),
        ],
      },
      [],
    ],
    [
      'twice in one afternoon',
      { counter_hours: [hours('13:00:00', '14:00:00'), hours('14:20:00', '15:00:00'), hours('15:40:00', '17:00:00')] },
      ['a sys/1 2021-03-01 ×1', 'a sys/2 2021-03-01 ×1'],
    ],
  ],
}
