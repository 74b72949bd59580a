import type { CenterId } from '../../core/kernel/identifiers.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { isWorkingDay, type WorkingCalendar } from '../../core/kernel/working-days.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Random } from './random.ts'

/** What an example year is made from. The calendar may go on into the next year; where it ends, no deadline is served. */
export interface YearSetting {
  readonly rubric: Rubric
  readonly centers: readonly YearCenter[]
  readonly period: { readonly from: PlainDate; readonly to: PlainDate }
  readonly calendar: WorkingCalendar
  readonly seed: number
}

export interface YearCenter {
  readonly id: CenterId
  readonly name: string
}

/** A working day of the period; with `isLate`, one whose matters may well be open when it closes. */
export function someWorkingDay({ period, calendar }: YearSetting, random: Random, isLate = false): PlainDate {
  const from = isLate ? lateFrom(period) : period.from
  const days = daysBetween(from, period.to) + 1
  const start = random.below(days)
  for (let tried = 0; tried < days; tried++) {
    const day = addDays(from, (start + tried) % days)
    if (isWorkingDay(calendar, day)) return day
  }
  return from
}

/** The first day of the period's last sixth. */
function lateFrom({ from, to }: YearSetting['period']): PlainDate {
  return addDays(to, -Math.floor(daysBetween(from, to) / 6))
}

function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
