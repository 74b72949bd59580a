import { expect, test } from 'vitest'
import { metersBetween, parsePlace } from './place.ts'

test.each<[text: string, place: object | null]>([
  ['31.14,121.124', { latitude: 31_140_000, longitude: 121_124_000 }],
  ['31,121', { latitude: 31_000_000, longitude: 121_000_000 }],
  ['31.140001，121.000009', { latitude: 31_140_001, longitude: 121_000_009 }],
  ['-0,0.5', { latitude: 0, longitude: 500_000 }],
  ['-33.9, 18.4', { latitude: -33_900_000, longitude: 18_400_000 }],
  ['121.124,31.14', null],
  ['31.14 121.124', null],
  ['31.1400001,121', null],
  ['90.1,0', null],
  ['31.14,', null],
])('%s as a place', (text, place) => {
  expect(parsePlace(text)).toEqual(place)
})

test('a degree of latitude is some 111 km, and of longitude half as much at 60° north', () => {
  const at = (latitude: number, longitude: number) => ({
    latitude: latitude * 1_000_000,
    longitude: longitude * 1_000_000,
  })
  expect(metersBetween(at(0, 0), at(1, 0))).toBe(111_195)
  expect(metersBetween(at(60, 0), at(60, 1)) / 111_195).toBeCloseTo(0.5, 3)
  expect(metersBetween(at(31, 121), at(31, 121))).toBe(0)
})
