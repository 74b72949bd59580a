import type { Timestamp } from '../../core/kernel/timestamp.ts'

/** A ledger's clock never runs backwards: where the wall clock does, the time of the last event holds until it has caught up. */
export function recordingTime(now: Timestamp, last: Timestamp | null): Timestamp {
  return last !== null && last > now ? last : now
}
