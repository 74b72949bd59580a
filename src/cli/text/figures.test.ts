import { expect, test } from 'vitest'
import { alignedPoints, decimalPlaces, formatChange, formatInterval } from './figures.ts'

test.each<[low: number, high: number, text: string]>([
  [8000, 8550, '80–85.5'],
  [8000, 8000, '80'],
  [-300, -200, '−3 至 −2'],
  [-100, 0, '−1 至 0'],
])('from %i to %i is written %s', (low, high, text) => expect(formatInterval([low, high])).toBe(text))

test.each<[value: number, text: string]>([
  [-50, '−0.5'],
  [50, '+0.5'],
  [0, '0'],
])('a change of %i is written %s', (value, text) => expect(formatChange(value)).toBe(text))

test('whole points keep the place of the half', () => {
  const values = [1700, 1750, 25, 0]
  const places = decimalPlaces(values)
  expect(values.map((value) => alignedPoints(value, places))).toEqual(['17   ', '17.5 ', '0.25', '0   '])
  expect(decimalPlaces([])).toBe(0)
  expect(decimalPlaces([100, 50])).toBe(2)
})
