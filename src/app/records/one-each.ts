import type { Actor } from '../people/actor.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'

/** Work that a person waits for: one piece at a time for each, so that nobody takes the machine by asking again and again. */
export interface OneEach {
  readonly run: <Value>(actor: Actor, work: (signal: AbortSignal) => Promise<AtDesk<Value>>) => Promise<AtDesk<Value>>
  /** Stops what runs; what is asked for from now on is stopped at once. */
  readonly stop: () => void
}

export function oneEach(): OneEach {
  const ending = new AbortController()
  const busy = new Set<string>()
  return {
    run: async ({ tenantId, personId }, work) => {
      const key = `${tenantId} ${personId}`
      if (ending.signal.aborted) return refuseAtDesk('desk-closing')
      if (busy.has(key)) return refuseAtDesk('preview-busy')
      busy.add(key)
      try {
        return await work(ending.signal)
      } finally {
        busy.delete(key)
      }
    },
    stop: () => ending.abort(),
  }
}
