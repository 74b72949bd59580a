import type { Timestamp } from '../../core/kernel/timestamp.ts'

/** What time it is. The wall clock may go backwards: who needs an order keeps one of his own. */
export interface Clock {
  readonly now: () => Timestamp
  /** Milliseconds since 1970 (UTC), of the same clock. */
  readonly epochMs: () => number
}
