import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addDays, plainDate, type PlainDate } from '../kernel/plain-date.ts'
import { deadlineAfter, isWorkingDay, type WorkingCalendar } from '../kernel/working-days.ts'
import { workdayLine, type WorkdayLine, type WorkdayOrdinals } from './workday-line.ts'

const YEAR_2021 = calendarOf('calendar-2021.json')
const YEAR_2022 = calendarOf('calendar-2022.json')
/** Both years as one, so that `deadlineAfter` can count over New Year. */
const BOTH: WorkingCalendar = {
  version: 'both',
  from: YEAR_2021.from,
  to: YEAR_2022.to,
  restDays: new Set([...YEAR_2021.restDays, ...YEAR_2022.restDays]),
  workDays: new Set([...YEAR_2021.workDays, ...YEAR_2022.workDays]),
}
const LINE = lineOf([YEAR_2021, YEAR_2022], '2021-01-01')

const aDay = fc.nat({ max: 729 }).map((days) => addDays(YEAR_2021.from, days))

test('later than n working days is one subtraction, on every pair of days of two real years', () => {
  fc.assert(
    fc.property(aDay, aDay, fc.integer({ min: 1, max: 30 }), (from, to, workingDays) => {
      const deadline = deadlineAfter(BOTH, from, workingDays)
      fc.pre(deadline.ok && to >= from)
      const isLate = deadline.ok && to > deadline.value.lastDay
      expect(at(LINE, to).stop - at(LINE, from).start > workingDays).toBe(isLate)
    }),
    { numRuns: 5000 },
  )
})

test('a last day of rest moves to the next working day: later than it is one comparison', () => {
  fc.assert(
    fc.property(aDay, aDay, (last, done) => {
      let moved = last
      while (!isWorkingDay(BOTH, moved) && moved < BOTH.to) moved = addDays(moved, 1)
      fc.pre(isWorkingDay(BOTH, moved))
      expect(at(LINE, done).stop > at(LINE, last).stop).toBe(done > moved)
    }),
    { numRuns: 5000 },
  )
})

test.each<[asked: PlainDate, done: PlainDate, days: number, isLate: boolean, why: string]>([
  [day('2021-02-05'), day('2021-02-07'), 1, false, 'the Sunday before the Spring Festival is worked'],
  [day('2021-02-05'), day('2021-02-08'), 1, true, 'so the Monday after it is the second'],
  [day('2021-02-10'), day('2021-02-18'), 1, false, 'the festival is not counted'],
  [day('2021-02-10'), day('2021-02-19'), 1, true, 'and then it is over'],
  [day('2021-02-10'), day('2021-02-20'), 3, false, 'the Saturday after it is worked and is the third'],
  [day('2021-02-10'), day('2021-02-21'), 3, true, 'the Sunday is a day of rest and later than the third'],
  [day('2021-10-03'), day('2021-10-08'), 1, false, 'asked on a holiday, the first day after it is the first'],
  [day('2021-10-03'), day('2021-10-09'), 1, true, 'and the worked Saturday the second'],
  [day('2021-12-31'), day('2022-01-03'), 1, false, 'New Year is no working day: a day of rest before the last one'],
  [day('2021-12-31'), day('2022-01-04'), 1, false, 'over New Year'],
  [day('2021-12-31'), day('2022-01-05'), 1, true, 'over New Year, a day too late'],
])('asked on %s and done on %s, with %s working days: late is %s, because %s', (asked, done, days, isLate) => {
  expect(at(LINE, done).stop - at(LINE, asked).start > days).toBe(isLate)
})

test('a day has its number whichever years are known, as long as the anchor is the same', () => {
  const one = lineOf([YEAR_2021], '2021-07-01')
  const two = lineOf([YEAR_2022, YEAR_2021], '2021-07-01')
  for (const known of one.days) expect(at(two, known.day)).toEqual(known)
  expect(at(one, day('2021-07-01'))).toMatchObject({ isWorkingDay: true, start: 1, stop: 1 })
  expect(at(one, day('2021-06-30'))).toMatchObject({ isWorkingDay: true, start: 0, stop: 0 })
  expect(two).toMatchObject({ from: '2021-01-01', to: '2022-12-31' })
  expect(two.version).toBe(`${YEAR_2021.version}；${YEAR_2022.version}`)
})

test('numbers before the anchor are negative and in order', () => {
  const { days } = lineOf([YEAR_2021, YEAR_2022], '2022-01-01')
  const [first] = days
  expect(first).toMatchObject({ day: '2021-01-01', isWorkingDay: false })
  expect(first?.start).toBe(-days.filter(({ isWorkingDay: works, day: on }) => works && on < '2022-01-01').length)
  days.slice(1).forEach((next, before) => {
    expect(next.start - (days[before]?.start ?? 0)).toBe(next.isWorkingDay ? 1 : 0)
  })
})

test.each<[why: string, calendars: readonly WorkingCalendar[], anchor: string, code: string]>([
  ['no calendar', [], '2021-01-01', 'calendar-unknown'],
  ['an anchor before all of them', [YEAR_2021], '2020-12-31', 'calendar-unknown'],
  ['an anchor after all of them', [YEAR_2021], '2022-01-01', 'calendar-unknown'],
  ['a year twice', [YEAR_2021, YEAR_2021], '2021-01-01', 'calendars-apart'],
  ['a gap', [{ ...YEAR_2021, to: day('2021-12-30') }, YEAR_2022], '2021-01-01', 'calendars-apart'],
])('%s is refused', (_why, calendars, anchor, code) => {
  expect(workdayLine(calendars, day(anchor))).toMatchObject({ ok: false, refusal: { code } })
})

function at(line: WorkdayLine, asked: PlainDate): WorkdayOrdinals {
  const found = line.days.find((one) => one.day === asked)
  if (!found) throw new Error(`the line has no ${asked}`)
  return found
}

function lineOf(calendars: readonly WorkingCalendar[], anchor: string): WorkdayLine {
  const line = workdayLine(calendars, day(anchor))
  if (!line.ok) throw new Error(line.refusal.message)
  return line.value
}

function calendarOf(name: string): WorkingCalendar {
  const read = JSON.parse(readFileSync(new URL(`../../../notices/qingpu-2021/${name}`, import.meta.url), 'utf8')) as {
    readonly version: string
    readonly from: string
    readonly to: string
    readonly restDays: readonly string[]
    readonly workDays: readonly string[]
  }
  return {
    version: read.version,
    from: day(read.from),
    to: day(read.to),
    restDays: new Set(read.restDays.map(day)),
    workDays: new Set(read.workDays.map(day)),
  }
}

function day(text: string): PlainDate {
  return plainDate(text)
}
