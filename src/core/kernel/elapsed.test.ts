import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { plusSeconds, secondsBetween, timestampOfEpoch } from './elapsed.ts'
import { parseTimestamp, timestamp, type Timestamp } from './timestamp.ts'

test.each<[string, number, string]>([
  ['the last second of a year in Shanghai', 1_640_966_399_999, '2021-12-31T23:59:59+08:00'],
  ['a day that is still yesterday in London', 1_635_091_200_000, '2021-10-25T00:00:00+08:00'],
])('%s', (_title, epochMs, text) => {
  expect(timestampOfEpoch(epochMs)).toBe(text)
})

test('over midnight, month and year', () => {
  expect(plusSeconds(timestamp('2021-12-31T23:59:30+08:00'), 60)).toBe('2022-01-01T00:00:30+08:00')
  expect(plusSeconds(timestamp('2024-03-01T00:00:00+08:00'), -1)).toBe('2024-02-29T23:59:59+08:00')
})

test('what is added is what lies between, and later sorts later', () => {
  const time: fc.Arbitrary<Timestamp> = fc
    .integer({ min: 0, max: 4_102_444_800 })
    .map((s) => timestampOfEpoch(s * 1000))
  fc.assert(
    fc.property(time, fc.integer({ min: -1e9, max: 1e9 }), (from, seconds) => {
      const to = plusSeconds(from, seconds)
      expect(secondsBetween(from, to)).toBe(seconds)
      expect(to < from).toBe(seconds < 0)
      expect(from >= timestampOfEpoch(1e12) ? parseTimestamp(to) : to).toBe(to)
    }),
  )
})
