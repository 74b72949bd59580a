import type { CenterId } from '../../core/kernel/identifiers.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { timestamp, type Timestamp } from '../../core/kernel/timestamp.ts'
import { isWorkingDay, type WorkingCalendar } from '../../core/kernel/working-days.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Random } from './random.ts'

/** What an example year is made from. The calendar may go on into the next year; where it ends, no deadline is served. */
export interface YearSetting {
  readonly rubric: Rubric
  readonly centers: readonly { readonly id: CenterId; readonly name: string }[]
  readonly period: { readonly from: PlainDate; readonly to: PlainDate }
  readonly calendar: WorkingCalendar
  readonly seed: number
}

export function workingDayAfter(calendar: WorkingCalendar, start: PlainDate, workingDays: number): PlainDate {
  let day = start
  for (let left = workingDays; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** A working day of the period; with `isLate`, of its last sixth, where matters are still open when it closes. */
export function someWorkingDay({ period, calendar }: YearSetting, random: Random, isLate = false): PlainDate {
  const from = isLate ? lateFrom(period) : period.from
  for (let tries = 0; tries < 60; tries++) {
    const day = addDays(from, random.below(daysBetween(from, period.to) + 1))
    if (isWorkingDay(calendar, day)) return day
  }
  return from
}

/** From here on an open matter looks natural at the close of the period. */
export function lateFrom({ from, to }: YearSetting['period']): PlainDate {
  return addDays(to, -Math.floor(daysBetween(from, to) / 6))
}

/** Some minute of office hours. */
export function officeTime(day: PlainDate, random: Random): Timestamp {
  const hour = String(random.pick([9, 10, 11, 13, 14, 15, 16])).padStart(2, '0')
  return timestamp(`${day}T${hour}:${String(random.below(60)).padStart(2, '0')}:00+08:00`)
}

function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
