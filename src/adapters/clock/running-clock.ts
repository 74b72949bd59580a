import type { Clock } from '../../app/ports/clock.ts'
import { timestampOfEpoch } from '../../core/kernel/elapsed.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'

/** A clock that begins at `start` and runs on as the machine's does: for a demonstration whose days are long past. */
export function runningClock(start: Timestamp): Clock {
  const ahead = Date.parse(start) - Date.now()
  const epochMs = () => Date.now() + ahead
  return { now: () => timestampOfEpoch(epochMs()), epochMs }
}
