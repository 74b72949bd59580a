import { setTimeout as elapsed } from 'node:timers/promises'
import type { ReadinessCheck } from '../server/server-parts.ts'

/** What comes before a server stops: it says that it is not ready and goes on, until the balancer sends everybody elsewhere. */
export interface Drain {
  readonly begin: () => Promise<void>
  /** For whoever asks whether this server is ready. */
  readonly checks: () => readonly ReadinessCheck[]
}

export function drain(seconds: number): Drain {
  let isBegun = false
  return {
    begin: async () => {
      isBegun = true
      if (seconds > 0) await elapsed(seconds * 1_000)
    },
    checks: () => (isBegun ? [{ name: '正在停止', isReady: false }] : []),
  }
}
