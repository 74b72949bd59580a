import type { Clock } from '../../app/ports/clock.ts'
import { timestampOfEpoch } from '../../core/kernel/elapsed.ts'

export const systemClock: Clock = {
  now: () => timestampOfEpoch(Date.now()),
  epochMs: () => Date.now(),
}
