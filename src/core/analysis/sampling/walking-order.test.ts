import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Place } from '../../kernel/place.ts'
import { walkingOrder, wayLength } from './walking-order.ts'

const place: fc.Arbitrary<Place> = fc.record({
  latitude: fc.integer({ min: 31_000_000, max: 31_300_000 }),
  longitude: fc.integer({ min: 120_900_000, max: 121_300_000 }),
})
const itself = (one: Place) => one

test('a way has every stop once, begins where it began, and is never longer than it was given', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 9 }), (stops) => {
      const way = walkingOrder(stops, itself) ?? []
      expect(way.toSorted(byPlace)).toEqual(stops.toSorted(byPlace))
      expect(way[0]).toEqual(stops[0])
      expect(wayLength(way)).toBeLessThanOrEqual(wayLength(stops))
    }),
  )
})

test('no stretch of it turned round makes it shorter', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 9 }), (stops) => {
      const way = walkingOrder(stops, itself) ?? []
      for (let from = 1; from < way.length; from += 1)
        for (let to = from + 1; to <= way.length; to += 1) {
          const turned = [...way.slice(0, from), ...way.slice(from, to).toReversed(), ...way.slice(to)]
          expect(wayLength(turned)).toBeGreaterThanOrEqual(wayLength(way))
        }
    }),
  )
})

test('where one place is not known there is no order', () => {
  expect(walkingOrder(['a', 'b'], (stop) => (stop === 'a' ? { latitude: 0, longitude: 0 } : null))).toBeNull()
})

test('stops along a road are gone along it', () => {
  const road = [0, 3, 1, 4, 2].map((east) => ({ latitude: 0, longitude: east * 10_000 }))
  expect(walkingOrder(road, itself)?.map(({ longitude }) => longitude / 10_000)).toEqual([0, 1, 2, 3, 4])
})

function byPlace(one: Place, other: Place): number {
  return one.latitude - other.latitude || one.longitude - other.longitude
}
