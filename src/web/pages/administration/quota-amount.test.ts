import { expect, test } from 'vitest'
import { amountOf, percentOf, type Quota } from './quota-amount.ts'

test.each<[name: Quota['name'], amount: number, said: string]>([
  ['people', 80, '80'],
  ['records', 12_846_000, '12\u2009846\u2009000'],
  ['evidenceBytes', 0, '0\u00a0MB'],
  ['evidenceBytes', 3_260_000, '3.2\u00a0MB'],
  ['evidenceBytes', 999_999_999, '999.9\u00a0MB'],
  ['evidenceBytes', 39_999_000_000, '39.99\u00a0GB'],
  ['evidenceBytes', 40_000_000_000, '40\u00a0GB'],
])('%s of %i is said as %s', (name, amount, said) => {
  expect(amountOf(name, amount)).toBe(said)
})

test.each<[used: number, limit: number | null, percent: number | null]>([
  [5, null, null],
  [0, 80, 0],
  [999, 1_000, 99],
  [8, 8, 100],
  [12, 8, 150],
  [0, 0, 100],
])('%s of %s is %s percent', (used, limit, percent) => {
  expect(percentOf({ used, limit })).toBe(percent)
})
