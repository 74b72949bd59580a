import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
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

/** `same`: every day of the held line has the same numbers; `missing`: a day that only the held line knows. */
export type LineChange = { readonly kind: 'same' | 'differs' } | { readonly kind: 'missing'; readonly day: PlainDate }

export function lineChange(held: HeldLine, line: WorkdayLine): LineChange {
  if (line.from > held.from) return { kind: 'missing', day: held.from }
  if (line.to < held.to) return { kind: 'missing', day: addDays(line.to, 1) }
  const first = line.days.findIndex(({ day }) => day === held.from)
  let count = held.first - (held.days.startsWith('W') ? 1 : 0)
  for (const [at, letter] of held.days.split('').entries()) {
    const now = line.days[first + at]
    if (letter === 'W') count += 1
    if (now?.start !== count || now.isWorkingDay !== (letter === 'W')) return { kind: 'differs' }
  }
  return { kind: 'same' }
}
