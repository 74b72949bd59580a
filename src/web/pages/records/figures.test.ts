import { expect, test } from 'vitest'
import { grouped, minuteOf, sizeOf } from './figures.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [12_846, '12\u2009846'],
  [1_234_567, '1\u2009234\u2009567'],
])('%i in groups', (count, words) => {
  expect(grouped(count)).toBe(words)
})

test.each([
  [0, '0\u00a0B'],
  [1_023, '1023\u00a0B'],
  [1_024, '1\u00a0KB'],
  [1_536, '1.5\u00a0KB'],
  [734_003_200, '700\u00a0MB'],
  [9_999_999_999, '9.3\u00a0GB'],
])('%i bytes', (bytes, words) => {
  expect(sizeOf(bytes)).toBe(words)
})

test('a moment is shown to the minute', () => {
  expect(minuteOf('2021-10-21T08:45:00+08:00')).toBe('2021-10-21 08:45')
})
