import { expect, test } from 'vitest'
import { plainDate } from '../../../core/kernel/plain-date.ts'
import { deadlineAfter, type WorkingCalendar } from '../../../core/kernel/working-days.ts'
import { stripCells, stripColumns, type StripRow } from './deadline-days.ts'

/** 2021: rest over National Day, 9 October worked in exchange. */
const calendar: WorkingCalendar = {
  version: '2021',
  from: plainDate('2021-01-01'),
  to: plainDate('2021-12-31'),
  restDays: new Set(['2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07'].map(plainDate)),
  workDays: new Set([plainDate('2021-10-09')]),
}
const counted = deadlineAfter(calendar, plainDate('2021-10-08'), 5)
const deadline = counted.ok ? counted.value : null
const row = (endedOn: string | null): StripRow => ({
  name: 'reply',
  deadline: deadline as never,
  endedOn: endedOn === null ? null : plainDate(endedOn),
})

test.each<[string, string, string | null, string]>([
  ['while it runs', '2021-10-11', null, '09:1used 11:2used 12:3left 13:4near 14:5near'],
  ['replied on the fourth day', '2021-10-25', '2021-10-13', '09:1used 11:2used 12:3used 13:4used 14:5left'],
  ['over', '2021-10-25', null, '09:1used 11:2used 12:3used 13:4used 14:5used'],
])('working days are numbered, the first day is not counted: %s', (_what, today, endedOn, expected) => {
  const cells = stripCells(calendar, row(endedOn), plainDate(today))
  const said = [...cells].map(([day, { number, state }]) => `${day.slice(8)}:${number}${state}`)
  expect(said.join(' ')).toBe(expected)
})

test('days of rest, days worked in exchange and today are marked; what lies long between is a gap', () => {
  const columns = stripColumns(calendar, [row(null)], [plainDate('2021-10-04')], plainDate('2021-10-25'))
  const said = columns.map((one) =>
    one.kind === 'gap'
      ? `gap${one.days}`
      : `${one.day.slice(8)}${one.isRest ? 'r' : ''}${one.isMadeUp ? 'm' : ''}${one.isToday ? 't' : ''}`,
  )
  expect(said.join(' ')).toBe('04r gap3 08 09m 10r 11 12 13 14 gap10 25t')
})
