import { dayOf, timestamp, type Timestamp } from '../../core/kernel/timestamp.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'

const AHEAD_MS = 8 * 3_600_000

/** An instant as the ledger writes it, whatever zone the phone is set to. */
export function shanghaiTime(milliseconds: number): Timestamp {
  return timestamp(`${new Date(milliseconds + AHEAD_MS).toISOString().slice(0, 19)}+08:00`)
}

export function shanghaiDay(milliseconds: number): PlainDate {
  return dayOf(shanghaiTime(milliseconds))
}
