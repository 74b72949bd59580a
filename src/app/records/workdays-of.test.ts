import { describe, expect, test } from 'vitest'
import { plainDate } from '../../core/kernel/plain-date.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import { workdaysOf } from './workdays-of.ts'

const year = (of: number, version = String(of), restDays: readonly string[] = [`${of}-01-01`]): WorkingCalendar => ({
  version,
  from: plainDate(`${of}-01-01`),
  to: plainDate(`${of}-12-31`),
  restDays: new Set(restDays.map(plainDate)),
  workDays: new Set(),
})

function startOf(calendars: readonly WorkingCalendar[], day: string, anchor: string | null) {
  const line = workdaysOf(calendars, anchor === null ? null : plainDate(anchor))
  return line.ok ? line.value.days.find((one) => one.day === day)?.start : line.refusal.code
}

describe('the line of a district', () => {
  test.each<
    [given: string, calendars: readonly WorkingCalendar[], anchor: string | null, version: string, span: string]
  >([
    ['one year', [year(2021)], null, '2021', '2021-01-01 2021-12-31'],
    ['two years', [year(2021), year(2022)], null, '2021；2022', '2021-01-01 2022-12-31'],
    ['a gap: the latest run', [year(2019), year(2021)], null, '2021', '2021-01-01 2021-12-31'],
    ['a gap and an anchor before it', [year(2019), year(2021)], '2019-05-01', '2019', '2019-01-01 2019-12-31'],
    ['two versions of a year: the newer', [year(2021, '甲'), year(2021, '乙')], null, '乙', '2021-01-01 2021-12-31'],
  ])('given %s', (_given, calendars, anchor, version, span) => {
    const line = workdaysOf(calendars, anchor === null ? null : plainDate(anchor))
    expect(line.ok && [line.value.version, `${line.value.from} ${line.value.to}`]).toEqual([version, span])
  })

  test('a version for part of a year decides there only', () => {
    const part = { ...year(2021, '调整', []), from: plainDate('2021-06-01'), to: plainDate('2021-06-30') }
    const line = workdaysOf([year(2021, '年度', ['2021-06-02']), part], null)
    expect(line.ok && line.value.version).toBe('年度；调整；年度')
    expect(line.ok && line.value.days.find(({ day }) => day === '2021-06-02')?.isWorkingDay).toBe(true)
  })

  test('years that come later, before or after, move no number', () => {
    const alone = startOf([year(2021)], '2021-10-25', '2021-01-01')
    expect(alone).toBeTypeOf('number')
    expect(startOf([year(2020), year(2021), year(2022)], '2021-10-25', '2021-01-01')).toBe(alone)
  })

  test.each<[given: string, calendars: readonly WorkingCalendar[], anchor: string | null]>([
    ['no calendar', [], null],
    ['an anchor in a year without one', [year(2021)], '2020-01-01'],
  ])('%s is told', (_given, calendars, anchor) => {
    expect(startOf(calendars, '2021-10-25', anchor)).toBe('calendar-unknown')
  })
})
