import { expect, test } from 'vitest'
import { plainDate } from '../../../core/kernel/plain-date.ts'
import { clocksOf, lookIn, placeIn, searchOf } from './sheet-address.ts'

const today = plainDate('2021-10-25')

test.each<[address: string, clocks: object | null, since: string | null, again: string]>([
  ['', null, null, ''],
  ['?occurredBy=2021-06-30', { occurredBy: '2021-06-30', knownBy: today }, null, '?occurredBy=2021-06-30'],
  ['?knownBy=2021-07-01', { occurredBy: today, knownBy: '2021-07-01' }, null, '?knownBy=2021-07-01'],
  ['?since=2021-09-30', null, '2021-09-30', '?since=2021-09-30'],
  ['?since=sealed', null, 'sealed', '?since=sealed'],
  ['?occurredBy=2021-02-30&since=soon', null, null, ''],
])('%s is read, and written the same', (address, clocks, since, again) => {
  const look = lookIn(new URLSearchParams(address))
  expect([clocksOf(look, today), look.since, searchOf(look)]).toEqual([clocks, since, again])
})

test.each([
  ['#3', '3'],
  ['#section-3', '3'],
  ['#3.5.1', '3.5.1'],
  ['#clause-3.5.1', '3.5.1'],
  ['', ''],
])('%s names a place of the sheet', (hash, place) => {
  expect(placeIn(hash)).toBe(place)
})
