import type { CenterId, ClauseId } from '../../core/kernel/identifiers.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { isWorkingDay, type WorkingCalendar } from '../../core/kernel/working-days.ts'
import type { SuspicionFact } from '../../core/ledger/suspicion-fact.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Random } from '../../core/kernel/random.ts'

/** What an example year is made from. The calendar may go on into the next year; where it ends, no deadline is served. */
export interface YearSetting {
  readonly rubric: Rubric
  readonly centers: readonly YearCenter[]
  readonly period: { readonly from: PlainDate; readonly to: PlainDate }
  readonly calendar: WorkingCalendar
  readonly seed: number
  /** What detections found in the year's records; without it, findings from records are made up like the others. */
  readonly found?: FoundInRecords
}

/** `clauses` are those that detections look at: what they did not find there did not happen. */
export interface FoundInRecords {
  readonly clauses: ReadonlySet<ClauseId>
  readonly suspicions: readonly RaisedSuspicion[]
  /** The day of the run that raised them all; without it, each was raised when its month was over. */
  readonly raisedOn?: PlainDate
}

export type RaisedSuspicion = Extract<SuspicionFact, { readonly type: 'SuspicionRaised' }>

export interface YearCenter {
  readonly id: CenterId
  readonly name: string
}

/** A working day of the period; with `isLate`, one of its last sixth, whose matters may well be open when it closes. */
export function someWorkingDay(setting: YearSetting, random: Random, isLate = false): PlainDate {
  const { period, calendar } = setting
  const last = lastDay(setting)
  const from = isLate ? addDays(last, -Math.floor(daysBetween(period.from, last) / 6)) : period.from
  const days = daysBetween(from, last) + 1
  const start = random.below(days)
  for (let tried = 0; tried < days; tried++) {
    const day = addDays(from, (start + tried) % days)
    if (isWorkingDay(calendar, day)) return day
  }
  return from
}

/** From this long before the calendar's end a center could no longer be given days to reply. */
const REPLY_REACH = 35

function lastDay({ period, calendar }: YearSetting): PlainDate {
  const reach = addDays(calendar.to, -REPLY_REACH)
  if (reach >= period.to) return period.to
  return reach < period.from ? period.from : reach
}

function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
