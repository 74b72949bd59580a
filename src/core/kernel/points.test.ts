import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, formatPoints, hundredths, parsePoints } from './points.ts'

test.each<[printed: string, hundredths: number | null]>([
  ['1', 100],
  ['0.5', 50],
  ['0.25', 25],
  ['3.10', 310],
  ['0', 0],
  ['0.125', null],
  ['-1', null],
  ['1-3', null],
  ['', null],
  ['一', null],
  ['99999999', null],
])('%s is %s hundredths', (printed, expected) => {
  expect(parsePoints(printed)).toBe(expected)
})

test.each<[value: number, shown: string]>([
  [1700, '17'],
  [1750, '17.5'],
  [25, '0.25'],
  [-200, '−2'],
  [-50, '−0.5'],
  [0, '0'],
])('%s hundredths are shown as %s', (value, shown) => {
  expect(formatPoints(value)).toBe(shown)
})

test('what is written can be read back', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), (value) => {
      expect(parsePoints(decimalOf(value))).toBe(value)
    }),
  )
})

test('a fraction of a hundredth is a bug', () => {
  expect(() => hundredths(0.5)).toThrow('0.5')
})
