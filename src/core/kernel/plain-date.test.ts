import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, parsePlainDate, plainDate } from './plain-date.ts'

test.each<[text: string, is: boolean]>([
  ['2021-02-28', true],
  ['2021-02-29', false],
  ['2024-02-29', true],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2021-04-31', false],
  ['2021-13-01', false],
  ['2021-00-10', false],
  ['2021-10-00', false],
  ['1899-12-31', false],
  ['9999-12-31', true],
  ['2021-1-1', false],
  ['２０２１-01-01', false],
  ['2021-01-01\n', false],
])('%j is a day: %s', (text, is) => {
  expect(parsePlainDate(text) !== null).toBe(is)
})

test('a day is one where the calendar of the platform says so', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const time = new Date(Date.UTC(year, month - 1, day))
        expect(parsePlainDate(text) !== null).toBe(time.toISOString().slice(0, 10) === text)
      },
    ),
  )
  expect(addDays(plainDate('2021-02-28'), 1)).toBe('2021-03-01')
})
