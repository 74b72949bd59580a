import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { deadlineAfter, type WorkingCalendar } from '../../core/kernel/working-days.ts'
import { calendarOfVersion, countDeadline } from './count-deadline.ts'

const calendars = [2021, 2022].map((year): WorkingCalendar => {
  const file = new URL(`../../../notices/qingpu-2021/calendar-${year}.json`, import.meta.url)
  const { restDays, workDays, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Omit<
    WorkingCalendar,
    'restDays' | 'workDays'
  > & { readonly restDays: PlainDate[]; readonly workDays: PlainDate[] }
  return { ...rest, restDays: new Set(restDays), workDays: new Set(workDays) }
})

test.each<[title: string, start: string, workingDays: number, lastDay: string, parts: number]>([
  ['within a year', '2021-09-29', 5, '2021-10-12', 1],
  ['over the end of a year', '2021-12-30', 5, '2022-01-07', 2],
  ['that ends on a weekend day which is worked', '2021-12-30', 21, '2022-01-29', 2],
])('a deadline %s is counted again by the calendar that it names', (_title, start, workingDays, lastDay, parts) => {
  const counted = countDeadline(calendars, start as PlainDate, workingDays)
  if (!counted.ok) throw new Error(counted.refusal.message)
  const { calendarVersion } = counted.value
  expect([counted.value.lastDay, calendarVersion.split('；').length]).toEqual([lastDay, parts])
  const named = calendarOfVersion(calendars, calendarVersion)
  if (named === null) throw new Error(calendarVersion)
  expect(deadlineAfter(named, start as PlainDate, workingDays)).toEqual(counted)
})

test('a calendar of which a part is not held is none', () => {
  expect(calendarOfVersion(calendars.slice(1), calendars.map(({ version }) => version).join('；'))).toBeNull()
})
