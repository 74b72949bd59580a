import type { Clock } from '../../app/ports/clock.ts'
import { plusSeconds } from '../../core/kernel/elapsed.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'

/** A clock that stands until somebody sets it: for tests and demonstrations, in which time is data. */
export interface SetClock extends Clock {
  readonly set: (time: Timestamp) => void
  readonly pass: (seconds: number) => void
}

export function setClock(start: Timestamp): SetClock {
  let time = start
  return {
    now: () => time,
    epochMs: () => Date.parse(time),
    set: (next) => {
      time = next
    },
    pass: (seconds) => {
      time = plusSeconds(time, seconds)
    },
  }
}
