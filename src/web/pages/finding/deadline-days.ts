import { addDays, weekdayOf, type PlainDate } from '../../../core/kernel/plain-date.ts'
import { isWorkingDay, type Deadline, type WorkingCalendar } from '../../../core/kernel/working-days.ts'

/** One column: a day, or so many days that nothing happened on and no deadline runs over. */
export type StripColumn =
  | { readonly kind: 'gap'; readonly days: number }
  | {
      readonly kind: 'day'
      readonly day: PlainDate
      /** 1 is Monday. */
      readonly weekday: number
      readonly isRest: boolean
      /** 调休: a weekend day worked in exchange. */
      readonly isMadeUp: boolean
      readonly isToday: boolean
    }

/** A cell of a deadline's row: the number of its working day, and whether it is used up, left, or left with few. */
export interface StripCell {
  readonly number: number
  readonly state: 'used' | 'left' | 'near'
}

/** Something with a deadline; `endedOn` is when it was done, null while it is not. */
export interface StripRow {
  readonly name: string
  readonly deadline: Deadline
  readonly endedOn: PlainDate | null
}

const NEAR_DAYS = 2
const LONGEST_GAP = 2

/** The days that the rows run over and that something happened on, in order; what lies between and is longer than a weekend is a gap. */
export function stripColumns(
  calendar: WorkingCalendar,
  rows: readonly StripRow[],
  days: readonly PlainDate[],
  today: PlainDate,
): readonly StripColumn[] {
  const wanted = new Set<PlainDate>([...days, today])
  for (const { deadline } of rows)
    for (let day = deadline.countedFrom; day <= deadline.lastDay; day = addDays(day, 1)) wanted.add(day)
  const columns: StripColumn[] = []
  let before: PlainDate | null = null
  for (const day of [...wanted].sort()) {
    if (before !== null) columns.push(...between(calendar, before, day, today))
    columns.push(columnOf(calendar, day, today))
    before = day
  }
  return columns
}

/** By day; the first day is not counted. */
export function stripCells(
  calendar: WorkingCalendar,
  { deadline, endedOn }: StripRow,
  today: PlainDate,
): ReadonlyMap<PlainDate, StripCell> {
  const cells = new Map<PlainDate, StripCell>()
  const usedUntil = endedOn !== null && endedOn < today ? endedOn : today
  const isOver = endedOn !== null
  for (let day = addDays(deadline.countedFrom, 1); day <= deadline.lastDay; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue
    const number = cells.size + 1
    const isNear = !isOver && deadline.workingDays - number < NEAR_DAYS
    cells.set(day, { number, state: day <= usedUntil ? 'used' : isNear ? 'near' : 'left' })
  }
  return cells
}

function between(calendar: WorkingCalendar, before: PlainDate, after: PlainDate, today: PlainDate): StripColumn[] {
  const days: PlainDate[] = []
  for (let day = addDays(before, 1); day < after; day = addDays(day, 1)) days.push(day)
  if (days.length === 0) return []
  return days.length > LONGEST_GAP
    ? [{ kind: 'gap', days: days.length }]
    : days.map((day) => columnOf(calendar, day, today))
}

function columnOf(calendar: WorkingCalendar, day: PlainDate, today: PlainDate): StripColumn {
  return {
    kind: 'day',
    day,
    weekday: weekdayOf(day),
    isRest: !isWorkingDay(calendar, day),
    isMadeUp: calendar.workDays.has(day),
    isToday: day === today,
  }
}
