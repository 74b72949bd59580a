import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRational, formatRational, parseDecimal, rational, scaleDown, subtract } from './rational.ts'

test('a share of 699 in 1,000 is less than 70 %, 700 is not', () => {
  const limit = rational(70)
  expect(compareRational(rational(699 * 100, 1000), limit)).toBeLessThan(0)
  expect(compareRational(rational(700 * 100, 1000), limit)).toBe(0)
})

test.each<[value: string, shown: string]>([
  ['70', '70'],
  ['0.50', '0.5'],
  ['-2.25', '-2.25'],
])('%s is shown as %s', (value, shown) => {
  const parsed = parseDecimal(value)
  expect(parsed && formatRational(parsed)).toBe(shown)
})

test('what has no short decimal is shown as a fraction', () => {
  expect(formatRational(rational(2, 3))).toBe('2/3')
})

const any = fc
  .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e4 }))
  .map(([n, d]) => rational(n, d))

test('comparison agrees with the sign of the difference', () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(compareRational(a, b) === Math.sign(subtract(a, b).numerator)).toBe(true)
    }),
  )
})

test('scaling rounds down and never by more than one', () => {
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 10_000 }), (value, factor) => {
      const whole = scaleDown(value, factor)
      expect(
        compareRational(rational(whole), rational(value.numerator * factor, value.denominator)),
      ).toBeLessThanOrEqual(0)
      expect(
        compareRational(rational(whole + 1), rational(value.numerator * factor, value.denominator)),
      ).toBeGreaterThan(0)
    }),
  )
})

test('a denominator of zero is a bug', () => {
  expect(() => rational(1, 0)).toThrow('1/0')
})
