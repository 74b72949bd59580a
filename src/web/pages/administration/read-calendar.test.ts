import { expect, test } from 'vitest'
import { readCalendar, type CalendarFault } from './read-calendar.ts'

const YEAR = { version: 'v1', from: '2022-01-01', to: '2022-12-31', restDays: ['2022-01-03'], workDays: ['2022-01-29'] }

test.each<[form: string, content: string]>([
  ['JSON as the server has it', JSON.stringify({ ...YEAR, version: 'other' })],
  ['lines with a head', 'day,kind\n2022-01-03,rest\n2022-01-29,work'],
  ['lines of a spreadsheet in Chinese', '\uFEFF2022/01/03，\u4f11\r\n2022/01/29，\u73ed\r\n\r\n'],
  ['tabs', '2022-01-03\trest\n2022-01-29\twork'],
])('reads %s', (_form, content) => {
  expect(readCalendar(content, 'v1')).toEqual({ ok: true, calendar: YEAR })
})

test('JSON that names itself needs no other name', () => {
  expect(readCalendar(JSON.stringify(YEAR), '')).toEqual({ ok: true, calendar: YEAR })
})

test.each<[what: string, content: string, code: CalendarFault['code'], place: string]>([
  ['nothing', ' \n', 'empty', ''],
  ['broken JSON', '{"from":', 'not-json', ''],
  [
    'JSON without its work days',
    JSON.stringify({ from: '2022-01-01', to: '2022-12-31', restDays: [] }),
    'part-missing',
    'workDays',
  ],
  [
    'JSON with a day that does not exist',
    JSON.stringify({ ...YEAR, restDays: ['2022-02-30'] }),
    'not-a-day',
    '2022-02-30',
  ],
  ['a line that is no day', '2022-01-03,rest\n2022-13-01,rest', 'not-a-day', '2: 2022-13-01'],
  ['a word that is none of the two', '2022-01-03,holiday', 'unknown-word', '1: holiday'],
  ['two years in one file', '2022-01-03,rest\n2023-01-02,rest', 'several-years', '2022 2023'],
])('says what is wrong with %s', (_what, content, code, place) => {
  expect(readCalendar(content, 'v1')).toEqual({ ok: false, fault: { code, place } })
})
