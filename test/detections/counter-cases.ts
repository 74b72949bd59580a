import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

const counter = (id: string, kind: string, more: TestRecord = {}): TestRecord => ({
  record_id: `w${id}`,
  center_id: 'a',
  counter_id: id,
  kind,
  opens_on: '2020-01-01',
  ...more,
})

/** General counters numbered from 1, then special ones. */
function counters(general: number, special: number): TestRecord[] {
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
      ['a 2021 184/365'],
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
    ['nothing is said before the year is over', { counters: counters(1, 1) }, [], { asOf: '2021-12-30' }],
  ],
}

const hours = (opened: string, closed: string, more: TestRecord = {}): TestRecord => ({
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
      { counter_hours: [hours('09:00:00', '10:00:00'), hours('14:00:00', '15:00:00'), hours('10:10:00', '11:30:00')] },
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

/** So many cases of a counter, of which the first `special` are of line `b` and the others of line `a`. */
function cases(counterId: string, count: number, ofLineB: number): TestRecord[] {
  return Array.from({ length: count }, (_, place) => ({
    record_id: `${counterId}-${place}`,
    center_id: 'a',
    item_id: 'x',
    line: place < ofLineB ? 'b' : 'a',
    counter_id: counterId,
    channel: 'counter',
    case_type: 'instant',
    status: 'completed',
    submitted_at: '2021-03-01 09:00:00',
  }))
}

export const LINE_MISSING: DetectionCases = {
  detection: 'general-counter-line-missing',
  rows: [
    [
      'twenty were to be expected and none came',
      { counters: counters(2, 0), service_cases: [...cases('1', 60, 40), ...cases('2', 60, 0)] },
      ['a a/2/b 2021-12-31 ×1 <counters/sys/w2@1>'],
    ],
    [
      'less than twenty were',
      { counters: counters(2, 0), service_cases: [...cases('1', 60, 39), ...cases('2', 60, 0)] },
      [],
    ],
    ['one came', { counters: counters(2, 0), service_cases: [...cases('1', 60, 40), ...cases('2', 60, 1)] }, []],
    [
      'a special counter need not',
      { counters: counters(1, 1), service_cases: [...cases('1', 60, 40), ...cases('2', 60, 0)] },
      [],
    ],
    [
      'nor one that was special for a while',
      {
        counters: [
          counter('1', 'general'),
          counter('2', 'special', { closes_on: '2021-01-31' }),
          counter('2', 'general', { record_id: 'w2b', opens_on: '2021-02-01' }),
        ],
        service_cases: [...cases('1', 60, 40), ...cases('2', 60, 0)],
      },
      [],
    ],
    [
      'nothing is said before the year is over',
      { counters: counters(2, 0), service_cases: [...cases('1', 60, 40), ...cases('2', 60, 0)] },
      [],
      { asOf: '2021-12-30' },
    ],
  ],
}

/** Every counter open for one hour on the day, but for those that `seconds` names. */
const openFor = (seconds: Readonly<Record<string, string>>): TestRecord[] =>
  Object.entries(seconds).map(([id, closed]) => hours('09:00:00', closed, { counter_id: id }))

const hour = '10:00:00'

export const COUNTERS_UNBALANCED: DetectionCases = {
  detection: 'general-counter-unbalanced',
  rows: [
    [
      'one does half as much again as the average, and one half of it: no more than allowed',
      {
        counters: counters(3, 0),
        counter_hours: openFor({ 1: hour, 2: hour, 3: hour }),
        service_cases: [...cases('1', 150, 0), ...cases('2', 100, 0), ...cases('3', 50, 0)],
      },
      [],
    ],
    [
      'one case more, and one less',
      {
        counters: counters(3, 0),
        counter_hours: openFor({ 1: hour, 2: hour, 3: hour }),
        service_cases: [...cases('1', 151, 0), ...cases('2', 100, 0), ...cases('3', 49, 0)],
      },
      ['a a/1 2021-12-31 ×1 <counters/sys/w1@1>', 'a a/3 2021-12-31 ×1 <counters/sys/w3@1>'],
    ],
    [
      'fewer cases in fewer hours are no less',
      {
        counters: counters(3, 0),
        counter_hours: openFor({ 1: hour, 2: hour, 3: '09:30:00' }),
        service_cases: [...cases('1', 240, 0), ...cases('2', 240, 0), ...cases('3', 120, 0)],
      },
      [],
    ],
    [
      'too few cases to tell',
      {
        counters: counters(3, 0),
        counter_hours: openFor({ 1: hour, 2: hour, 3: hour }),
        service_cases: [...cases('1', 190, 0), ...cases('2', 109, 0)],
      },
      [],
    ],
    [
      'a general counter that was open and did nothing',
      {
        counters: counters(3, 0),
        counter_hours: openFor({ 1: hour, 2: hour, 3: hour }),
        service_cases: [...cases('1', 150, 0), ...cases('2', 150, 0)],
      },
      ['a a/3 2021-12-31 ×1 <counters/sys/w3@1>'],
    ],
    [
      'special counters are not compared',
      {
        counters: counters(2, 1),
        counter_hours: openFor({ 1: hour, 2: hour, 3: hour }),
        service_cases: [...cases('1', 150, 0), ...cases('2', 150, 0), ...cases('3', 10, 0)],
      },
      [],
    ],
    [
      'nothing is said before the year is over',
      {
        counters: counters(3, 0),
        counter_hours: openFor({ 1: hour, 2: hour, 3: hour }),
        service_cases: [...cases('1', 150, 0), ...cases('2', 150, 0)],
      },
      [],
      { asOf: '2021-12-30' },
    ],
  ],
}
