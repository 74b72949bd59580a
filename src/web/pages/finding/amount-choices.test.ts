import { expect, test } from 'vitest'
import { amountChoice, placeOnScale, stacked } from './amount-choices.ts'

test.each<[string, number, number | null, readonly number[] | null]>([
  ['扣1-3分: halves', 100, 300, [100, 150, 200, 250, 300]],
  ['扣1-10分: whole points are too many', 100, 1000, null],
  ['扣1-8分: whole points', 100, 800, [100, 200, 300, 400, 500, 600, 700, 800]],
  ['扣0.5-1分', 50, 100, [50, 100]],
  ['a range that no step meets ends where it ends', 30, 100, [30, 80, 100]],
  ['no number', 1, null, null],
])('%s', (_what, min, max, steps) => {
  expect(amountChoice({ min, max }).steps).toEqual(steps)
})

test('precedents stand over the same scale, those alike on each other', () => {
  const choice = amountChoice({ min: 100, max: 300 })
  expect([100, 200, 300, 400].map((points) => placeOnScale(choice, points))).toEqual([0, 50, 100, 100])
  expect(stacked([100, 100, 200, 100])).toEqual([0, 1, 0, 2])
})
