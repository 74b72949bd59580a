import { weekdayOf } from '../../../core/kernel/plain-date.ts'
import { dayOf, type Timestamp } from '../../../core/kernel/timestamp.ts'
import { shanghaiTime } from '../../offline/shanghai-time.ts'
import { serverNow } from '../../client/server-clock.ts'

/** 10:44 */
export function clockOf(time: Timestamp): string {
  return time.slice(11, 16)
}

export interface DayParts {
  readonly month: number
  readonly day: number
  readonly weekday: number
}

export function partsOf(time: Timestamp): DayParts {
  const date = dayOf(time)
  return { month: Number(date.slice(5, 7)), day: Number(date.slice(8)), weekday: weekdayOf(date) }
}

export function isToday(time: Timestamp): boolean {
  return dayOf(time) === dayOf(shanghaiTime(serverNow()))
}
