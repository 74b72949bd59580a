import { expect, test } from 'vitest'
import { readMeasures, readRefs, readRows } from './read-answer.ts'

const ROW = ['center_id', 'subject', 'occurred_on', 'occurrences', 'event_key', 'record_ref']
const MEASURE = ['center_id', 'period', 'numerator', 'denominator']
const row = ['xiayang', 'sys/1', '2021-03-05', 1, null, 'ratings/sys/1@1']

test('rows are read by the names of their columns, in any order', () => {
  const columns = [...ROW, 'measured'].toReversed()
  expect(readRows({ columns, rows: [[...row, 2].toReversed()] })).toEqual({
    ok: true,
    value: [
      {
        centerId: 'xiayang',
        subject: 'sys/1',
        occurredOn: '2021-03-05',
        occurrences: 1,
        eventKey: null,
        recordRef: 'ratings/sys/1@1',
        measured: 2,
      },
    ],
  })
})

test('what belongs to no center is read as such', () => {
  expect(readRows({ columns: ROW, rows: [[null, ...row.slice(1)]] })).toMatchObject({ value: [{ centerId: null }] })
})

test.each<[column: string, value: string | number | null]>([
  ['center_id', 'two words'],
  ['subject', ''],
  ['subject', null],
  ['subject', 'half a character \ud842'],
  ['occurred_on', '2021-02-29'],
  ['occurred_on', '2021-03-05 00:00:00'],
  ['occurrences', 0],
  ['occurrences', '1'],
  ['occurrences', 1.5],
  ['event_key', ''],
  ['record_ref', null],
])('a row is refused for its %s %j, by its place', (column, value) => {
  const wrong = row.map((given, at) => (ROW[at] === column ? value : given))
  const read = readRows({ columns: ROW, rows: [row, wrong] })
  expect(read).toMatchObject({ ok: false, message: expect.stringContaining(`第 2 行的 ${column}`) as string })
})

test.each<[column: string, value: string | number | null]>([
  ['period', '2021-13'],
  ['period', '21'],
  ['numerator', -1],
  ['numerator', 0.5],
  ['denominator', null],
  ['denominator', 10_000_000_000_000],
])('a measure is refused for its %s %j', (column, value) => {
  const measure = ['xiayang', '2021-03', 1, 2].map((given, at) => (MEASURE[at] === column ? value : given))
  expect(readMeasures({ columns: MEASURE, rows: [measure] })).toMatchObject({ ok: false })
})

test('a measure may measure nothing, and records are read as they are', () => {
  expect(readMeasures({ columns: MEASURE, rows: [['xiayang', '2021', 0, 0]] })).toMatchObject({
    ok: true,
    value: [{ numerator: 0, denominator: 0 }],
  })
  expect(readRefs({ columns: ['record_ref'], rows: [['a'], ['b']] })).toEqual({ ok: true, value: ['a', 'b'] })
})
