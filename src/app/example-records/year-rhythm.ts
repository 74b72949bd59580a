import { weekdayOf, type PlainDate } from '../../core/kernel/plain-date.ts'
import type { Random } from '../../core/kernel/random.ts'
import type { WorkClock } from './work-clock.ts'

/** How busy a day is at the counters: Mondays most, weekends a fifth, the days after a holiday more, holidays little. */
export function counterWeight(clock: WorkClock, day: PlainDate, dayBefore: PlainDate): number {
  if (!clock.isWorking(day)) return weekdayOf(day) > 5 ? 20 : 8
  const afterRest = clock.isWorking(dayBefore) ? 0 : 25
  return (WEEKDAY[weekdayOf(day)] ?? 60) + afterRest + (MONTH[Number(day.slice(5, 7))] ?? 0)
}

/** Online people apply on any day, at weekends a little less. */
export function onlineWeight(clock: WorkClock, day: PlainDate): number {
  return clock.isWorking(day) ? 100 : 65
}

const WEEKDAY: Readonly<Record<number, number>> = { 1: 120, 2: 108, 3: 100, 4: 96, 5: 90 }

/** Enrollment in spring and autumn, quiet around the Spring Festival. */
const MONTH: Readonly<Record<number, number>> = { 2: -25, 3: 15, 6: 5, 9: 10, 11: 20, 12: 12 }

/**
 * Shares `total` out over days by weight, so that it comes out exactly: the count of each day. Rounding goes with the
 * running sum.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let running = 0
  let given = 0
  return weights.map((weight) => {
    running += weight
    const upTo = sum === 0 ? 0 : Math.round((total * running) / sum)
    const share = upTo - given
    given = upTo
    return share
  })
}

/** Seconds of the day at which the counters are open, morning and afternoon. */
export const MORNING = { from: 9 * 3600, to: 11 * 3600 + 1800 } as const
export const AFTERNOON = { from: 13 * 3600 + 1800, to: 16 * 3600 + 1800 } as const

/**
 * The second of the day by which a share (0 to 1) of a counter's day has come: peaks at ten in the morning and at half past
 * two, nobody in between. Never falls, so that parts of a day do not overlap.
 */
export function counterSecond(share: number): number {
  let before = 0
  for (const { from, to, part } of CURVE) {
    if (share <= before + part) return Math.round(from + ((share - before) / part) * (to - from))
    before += part
  }
  return AFTERNOON.to
}

const CURVE = [
  { from: MORNING.from, to: MORNING.from + 1800, part: 0.13 },
  { from: MORNING.from + 1800, to: 10 * 3600 + 1800, part: 0.3 },
  { from: 10 * 3600 + 1800, to: MORNING.to, part: 0.17 },
  { from: AFTERNOON.from, to: 14 * 3600, part: 0.09 },
  { from: 14 * 3600, to: 15 * 3600, part: 0.18 },
  { from: 15 * 3600, to: AFTERNOON.to, part: 0.13 },
]

/** Online at any hour, seldom at night. */
export function onlineSecond(random: Random): number {
  const hour = random.pick(ONLINE_HOURS)
  return hour * 3600 + random.below(3600)
}

const ONLINE_HOURS = [
  0, 7, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15, 16, 17, 18, 19, 20, 20, 21, 21, 22, 23,
]

/** `2021-03-01 09:30:05` */
export function momentOf(day: PlainDate, second: number): string {
  return `${day} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
