import { expect, test } from 'vitest'
import { calendarYear, yearsOf, type DayKind } from './calendar-year.ts'

const CALENDAR = { from: '2021-01-01', to: '2021-12-30', restDays: ['2021-10-01'], workDays: ['2021-10-09'] }

test.each<[day: string, kind: DayKind | null]>([
  ['2021-10-08', 'work'],
  ['2021-10-01', 'rest'],
  ['2021-10-09', 'exchange'],
  ['2021-10-10', 'weekend'],
  ['2021-02-29', null],
  ['2021-12-31', null],
])('%s', (day, kind) => {
  const [month, place] = [Number(day.slice(5, 7)) - 1, Number(day.slice(8)) - 1]
  expect(calendarYear(CALENDAR, 2021)[month]?.[place]?.kind ?? null).toBe(kind)
})

test('every year that it reaches into', () => {
  expect(yearsOf({ from: '2021-12-01', to: '2023-01-01' })).toEqual([2021, 2022, 2023])
})
