import { counter, counters, hours } from './counter-cases.ts'
import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

const one = (more: TestRecord): TestRecord => ({
  center_id: 'a',
  item_id: 'x',
  line: 'a',
  counter_id: '2',
  channel: 'counter',
  case_type: 'instant',
  status: 'completed',
  submitted_at: '2021-03-01 09:00:00',
  ...more,
})

/** So many cases of a counter, of which the first `ofLineB` are of line `b` and the others of line `a`. */
function cases(counterId: string, count: number, ofLineB: number): TestRecord[] {
  return Array.from({ length: count }, (_, place) =>
    one({ record_id: `${counterId}-${place}`, counter_id: counterId, line: place < ofLineB ? 'b' : 'a' }),
  )
}

function times(count: number, more: TestRecord): TestRecord[] {
  return Array.from({ length: count }, (_, place) => one({ record_id: `more-${place}`, ...more }))
}

const nextYear = { submitted_at: '2022-01-01 00:00:00' }
const online = { channel: 'online' }

/** Counter 2 was to do exactly twenty of line `b`, and did none; one case of line `b` less, and there would be nothing to see. */
const missing = [...cases('1', 60, 40), ...cases('2', 60, 0)]
const nearly = [...cases('1', 60, 39), ...cases('2', 60, 0)]
const found = ['a a/2/b 2021-12-31 ×1 <counters/sys/w2@1>']

/** Counter 1 is general; counter 2 is, too, from one day to another. */
const second = (more: TestRecord): TestRecord[] => [counter('1', 'general'), counter('2', 'general', more)]
const alsoSpecial = (more: TestRecord): TestRecord[] => [
  ...counters(2, 0),
  counter('2', 'special', { record_id: 'w2b', ...more }),
]

export const LINE_MISSING: DetectionCases = {
  detection: 'general-counter-line-missing',
  rows: [
    ['twenty were to be expected and none came', { counters: counters(2, 0), service_cases: missing }, found],
    [
      'on the last day of the year',
      { counters: counters(2, 0), service_cases: missing },
      found,
      { asOf: '2021-12-31' },
    ],
    ['before it', { counters: counters(2, 0), service_cases: missing }, [], { asOf: '2021-12-30' }],
    ['less than twenty were to be expected', { counters: counters(2, 0), service_cases: nearly }, []],
    [
      'a counter that does little was to do less than twenty',
      { counters: counters(2, 0), service_cases: [...cases('1', 90, 60), ...cases('2', 40, 0)] },
      [],
    ],
    ['one came', { counters: counters(2, 0), service_cases: [...missing, ...times(1, { line: 'b' })] }, []],
    [
      'of another year, or not at a counter, it did not come',
      {
        counters: counters(2, 0),
        service_cases: [...missing, one({ record_id: 'n', line: 'b', ...nextYear }), one({ line: 'b', ...online })],
      },
      found,
    ],
    [
      'what no counter or no line is known of does not hide it',
      {
        counters: counters(2, 0),
        service_cases: [
          ...cases('1', 61, 41),
          ...cases('2', 61, 0),
          ...times(1, { line: null }),
          one({ counter_id: null }),
        ],
      },
      found,
    ],
    [
      'the counter’s cases of another year are not counted',
      { counters: counters(2, 0), service_cases: [...nearly, ...times(2, nextYear)] },
      [],
    ],
    [
      'nor those that came otherwise',
      { counters: counters(2, 0), service_cases: [...nearly, ...times(2, online)] },
      [],
    ],
    [
      'nor the line’s of another year',
      {
        counters: counters(2, 0),
        service_cases: [...nearly, ...times(1, { counter_id: '1', line: 'b', ...nextYear })],
      },
      [],
    ],
    [
      'nor those of the line that came otherwise',
      { counters: counters(2, 0), service_cases: [...nearly, ...times(1, { counter_id: '1', line: 'b', ...online })] },
      [],
    ],
    [
      'nor others by which the line would be rarer',
      {
        counters: counters(2, 0),
        service_cases: [
          ...missing,
          one({ record_id: 'n', counter_id: '3', ...nextYear }),
          one({ counter_id: '3', ...online }),
        ],
      },
      found,
    ],
    ['a special counter need not', { counters: counters(1, 1), service_cases: missing }, []],
    [
      'special until the first day of the year',
      { counters: alsoSpecial({ closes_on: '2021-01-01' }), service_cases: missing },
      [],
    ],
    [
      'special until the day before',
      { counters: alsoSpecial({ closes_on: '2020-12-31' }), service_cases: missing },
      found,
    ],
    [
      'special from the last day of the year',
      { counters: alsoSpecial({ opens_on: '2021-12-31' }), service_cases: missing },
      [],
    ],
    [
      'special from the day after',
      { counters: alsoSpecial({ opens_on: '2022-01-01' }), service_cases: missing },
      found,
    ],
    ['general on the first day only', { counters: second({ closes_on: '2021-01-01' }), service_cases: missing }, found],
    ['general before the year only', { counters: second({ closes_on: '2020-12-31' }), service_cases: missing }, []],
    ['general on the last day only', { counters: second({ opens_on: '2021-12-31' }), service_cases: missing }, found],
    ['general after the year only', { counters: second({ opens_on: '2022-01-01' }), service_cases: missing }, []],
  ],
}

/** Every counter is open for one hour of a day. */
const open = ['1', '2', '3'].map((id) => hours('09:00:00', '10:00:00', { counter_id: id }))

/** A hundred on average: counter 1 half as much again, counter 3 half of it. That is no more than allowed. */
const allowed = [...cases('1', 150, 0), ...cases('2', 100, 0), ...cases('3', 50, 0)]
const beyond = [...cases('1', 151, 0), ...cases('2', 100, 0), ...cases('3', 49, 0)]
const both = ['a a/1 2021-12-31 ×1 <counters/sys/w1@1>', 'a a/3 2021-12-31 ×1 <counters/sys/w3@1>']
const unbalanced = { counters: counters(3, 0), counter_hours: open, service_cases: beyond }
const balanced = { ...unbalanced, service_cases: allowed }

/** Counter 4 would change every average if it were compared: 400 cases in an hour. */
const fourth = (registered: readonly TestRecord[]): typeof unbalanced => ({
  counters: [...unbalanced.counters, ...registered],
  counter_hours: [...open, hours('09:00:00', '10:00:00', { counter_id: '4' })],
  service_cases: [...beyond, ...cases('4', 400, 0)],
})
const general4 = (more: TestRecord): TestRecord[] => [counter('4', 'general', more)]
const special4 = (more: TestRecord): TestRecord[] => [
  counter('4', 'general'),
  counter('4', 'special', { record_id: 'w4b', ...more }),
]
const compared = ['a a/3 2021-12-31 ×1 <counters/sys/w3@1>', 'a a/4 2021-12-31 ×1 <counters/sys/w4@1>']

export const COUNTERS_UNBALANCED: DetectionCases = {
  detection: 'general-counter-unbalanced',
  rows: [
    ['half as much again as the average, and half of it', balanced, []],
    ['one case more, and one less', unbalanced, both],
    ['on the last day of the year', unbalanced, both, { asOf: '2021-12-31' }],
    ['before it', unbalanced, [], { asOf: '2021-12-30' }],
    [
      'fewer cases in fewer hours are no less',
      {
        ...unbalanced,
        counter_hours: [...open.slice(0, 2), hours('09:00:00', '09:30:00', { counter_id: '3' })],
        service_cases: [...cases('1', 240, 0), ...cases('2', 240, 0), ...cases('3', 120, 0)],
      },
      [],
    ],
    ['too few cases to tell', { ...unbalanced, service_cases: [...cases('1', 190, 0), ...cases('2', 109, 0)] }, []],
    [
      'open, and did nothing',
      { ...unbalanced, service_cases: [...cases('1', 150, 0), ...cases('2', 150, 0)] },
      ['a a/3 2021-12-31 ×1 <counters/sys/w3@1>'],
    ],
    [
      'cases of another year, online, or of no counter even nothing out',
      {
        ...unbalanced,
        service_cases: [
          ...beyond,
          ...times(1, { counter_id: '3', ...nextYear }),
          ...times(2, { counter_id: '3', ...online }).map((given, place) => ({ ...given, record_id: `o${place}` })),
          one({ counter_id: null }),
        ],
      },
      both,
    ],
    [
      'nor do they or hours of another year make anything uneven',
      {
        ...balanced,
        counter_hours: [
          ...open,
          hours('', '', { counter_id: '2', opened_at: '2022-01-01 09:00:00', closed_at: '2022-01-01 11:00:00' }),
        ],
        service_cases: [...cases('1', 300, 0), ...cases('2', 200, 0), ...cases('3', 100, 0), ...times(110, nextYear)],
      },
      [],
    ],
    ['a special counter is not compared', fourth([counter('4', 'special')]), both],
    ['nor one that nobody registered', fourth([]), both],
    ['one that is general is', fourth(general4({})), compared],
    ['general on the first day only', fourth(general4({ closes_on: '2021-01-01' })), compared],
    ['general before the year only', fourth(general4({ closes_on: '2020-12-31' })), both],
    ['general on the last day only', fourth(general4({ opens_on: '2021-12-31' })), compared],
    ['general after the year only', fourth(general4({ opens_on: '2022-01-01' })), both],
    ['special until the first day of the year', fourth(special4({ closes_on: '2021-01-01' })), both],
    ['special until the day before', fourth(special4({ closes_on: '2020-12-31' })), compared],
    ['special from the last day of the year', fourth(special4({ opens_on: '2021-12-31' })), both],
    ['special from the day after', fourth(special4({ opens_on: '2022-01-01' })), compared],
  ],
}
