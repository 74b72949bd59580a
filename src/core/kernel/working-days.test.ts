import { expect, test } from 'vitest'
import { plainDate, parsePlainDate, weekdayOf } from './plain-date.ts'
import { deadlineAfter, isWorkingDay, type WorkingCalendar } from './working-days.ts'

const calendar: WorkingCalendar = {
  version: '示例日历2021',
  from: plainDate('2021-01-01'),
  to: plainDate('2021-12-31'),
  restDays: new Set(['2021-10-01', '2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07'].map(plainDate)),
  workDays: new Set(['2021-09-26', '2021-10-09'].map(plainDate)),
}

test.each<[day: string, works: boolean, why: string]>([
  ['2021-09-24', true, 'a Friday'],
  ['2021-09-25', false, 'a Saturday'],
  ['2021-09-26', true, 'a Sunday worked in exchange'],
  ['2021-10-01', false, 'the national day'],
  ['2021-10-09', true, 'a Saturday worked in exchange'],
])('%s is a working day: %s, %s', (day, works) => {
  expect(isWorkingDay(calendar, plainDate(day))).toBe(works)
})

test.each<[start: string, days: number, last: string, why: string]>([
  ['2021-09-22', 1, '2021-09-23', 'the first day is not counted'],
  ['2021-09-24', 1, '2021-09-26', 'a worked Sunday counts'],
  ['2021-09-30', 1, '2021-10-08', 'the holidays do not count'],
  ['2021-09-30', 3, '2021-10-11', 'nor the Sunday after the worked Saturday'],
  ['2021-09-30', 0, '2021-09-30', 'no days is the same day'],
])('from %s, %s working days end on %s: %s', (start, days, last) => {
  expect(deadlineAfter(calendar, plainDate(start), days)).toMatchObject({
    ok: true,
    value: { lastDay: last, calendarVersion: '示例日历2021' },
  })
})

test('a year that the calendar does not know is never assumed', () => {
  const outcome = deadlineAfter(calendar, plainDate('2021-12-30'), 5)
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'calendar-unknown' } })
})

test.each(['2021-02-29', '2021-13-01', '21-01-01', '2021-1-1', 'x'])('%s is no date', (text) => {
  expect(parsePlainDate(text)).toBeNull()
})

test('weekdays count from Monday', () => {
  expect([weekdayOf(plainDate('2021-03-01')), weekdayOf(plainDate('2021-03-07'))]).toEqual([1, 7])
})
