import { accepted } from '../../core/kernel/outcome.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobStore } from '../ports/job-store.ts'
import type { JobLine } from '../records/job-line.ts'

/** A line in which nothing waits: whoever starts a job gets the answer when it has ended. */
export function lineAtOnce(store: JobStore, clock: Clock): JobLine {
  const { signal } = new AbortController()
  const nodeId = 'demo'
  return {
    nodeId,
    start: async (tenantId, job, work) => {
      const begun = await store.begin(tenantId, job, nodeId)
      if (!begun.ok) return begun
      const result = await work({ note: () => undefined, signal })
      return store.end(tenantId, job.jobId, { at: clock.now(), ...result })
    },
    pace: () => null,
    untold: () => null,
    cancel: async () => Promise.resolve(accepted(false)),
    stop: async () => Promise.resolve(),
    counts: () => ({ waiting: 0, running: 0 }),
  }
}
