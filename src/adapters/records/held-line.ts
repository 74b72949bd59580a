import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'

/** A line as it is kept: a letter for each day, `W` for a working day and `r` for one of rest. */
export interface HeldLine {
  readonly version: string
  readonly anchor: PlainDate
  readonly from: PlainDate
  readonly to: PlainDate
  /** `start` of the first day. */
  readonly first: number
  readonly days: string
}

export function heldLine({ version, anchor, from, to, days }: WorkdayLine): HeldLine {
  return {
    version,
    anchor,
    from,
    to,
    first: days[0]?.start ?? 0,
    days: days.map(({ isWorkingDay }) => (isWorkingDay ? 'W' : 'r')).join(''),
  }
}
