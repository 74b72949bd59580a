import type { PlanKey, SamplingSecrets } from '../../app/ports/sampling-secrets.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { SamplingSecret } from '../../core/ledger/sampling-design.ts'

/** Seeds for tests, gone with the process. */
export function memorySamplingSecrets(): SamplingSecrets {
  const held = new Map<string, SamplingSecret>()
  return {
    keep: async (key, { seed, salt }) => {
      const kept = held.get(placeOf(key)) ?? { seed, salt }
      held.set(placeOf(key), kept)
      return accepted(kept)
    },
    secret: async (key) => accepted(held.get(placeOf(key)) ?? null),
  }
}

function placeOf({ tenantId, assessmentId, planId }: PlanKey): string {
  return JSON.stringify([tenantId, assessmentId, planId])
}
