import { expect, test } from 'vitest'
import { plainDate } from '../../core/kernel/plain-date.ts'
import type { Deadline, WorkingCalendar } from '../../core/kernel/working-days.ts'
import { dayCounts } from './days-left.ts'

const calendar = (version: string, from: string, to: string, rest: string[] = [], work: string[] = []) =>
  ({
    version,
    from: plainDate(from),
    to: plainDate(to),
    restDays: new Set(rest.map(plainDate)),
    workDays: new Set(work.map(plainDate)),
  }) satisfies WorkingCalendar

const HOLIDAY = ['2021-10-01', '2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07']
const first = calendar('2021-1', '2021-01-01', '2021-12-31', HOLIDAY, ['2021-09-26', '2021-10-09'])
const amended = calendar('2021-2', '2021-01-01', '2021-12-31', [...HOLIDAY, '2021-10-08'])
const next = calendar('2022', '2022-01-01', '2022-12-31', ['2022-01-03'])
const due = (lastDay: string, calendarVersion: string): Deadline => ({
  lastDay: plainDate(lastDay),
  workingDays: 5,
  countedFrom: plainDate('2021-01-04'),
  calendarVersion,
})

test.each<[title: string, today: string, due: Deadline, left: number | null]>([
  ['the last day is 0', '2021-09-17', due('2021-09-17', '2021-1'), 0],
  ['tomorrow is 1', '2021-09-16', due('2021-09-17', '2021-1'), 1],
  ['a weekend does not count', '2021-09-17', due('2021-09-20', '2021-1'), 1],
  ['a holiday does not count and an exchanged Saturday does', '2021-09-30', due('2021-10-11', '2021-1'), 3],
  ['what was announced later does not move it', '2021-09-30', due('2021-10-11', '2021-2'), 1],
  ['yesterday is one late', '2021-09-17', due('2021-09-16', '2021-1'), -1],
  ['on the rest day after it, it is late all the same', '2021-09-18', due('2021-09-17', '2021-1'), -1],
  ['across two years, by the calendars of both', '2021-12-31', due('2022-01-05', '2021-1；2022'), 2],
  ['long overdue, into a year that it was not counted with', '2022-01-04', due('2021-12-30', '2021-1'), -2],
  ['into a year that nobody knows', '2023-01-03', due('2022-12-30', '2022'), null],
])('%s', (_title, today, deadline, left) => {
  expect(dayCounts([first, amended, next], plainDate(today)).left(deadline)).toBe(left)
})

test.each<[since: string, waited: number]>([
  ['2021-09-17', 0],
  ['2021-09-16', 1],
  ['2021-09-18', 0],
])('what waits since %s has waited %i working days on 17 September', (since, waited) => {
  expect(dayCounts([first], plainDate('2021-09-17')).waited(plainDate(since))).toBe(waited)
})
