import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { EvidenceOutcome } from '../ports/evidence-refusals.ts'

/**
 * Thumbnails in memory, by the digest of the original, which never changes. Who asks for one that is being made waits for it; a few
 * are made at once, since each holds a photo in memory; the ones that were looked at longest ago make room.
 */
export interface SmallCopies {
  readonly of: (
    tenantId: TenantId,
    digest: Digest,
    make: () => Promise<EvidenceOutcome<Uint8Array>>,
  ) => Promise<EvidenceOutcome<Uint8Array>>
}

export function smallCopies({ mostBytes = 32 * 1024 * 1024, atOnce = 2 } = {}): SmallCopies {
  const kept = new Map<string, Uint8Array>()
  const coming = new Map<string, Promise<EvidenceOutcome<Uint8Array>>>()
  const free = places(atOnce)
  let bytes = 0

  const keep = (key: string, copy: Uint8Array) => {
    kept.set(key, copy)
    bytes += copy.length
    for (const [oldest, one] of kept) {
      if (bytes <= mostBytes) return
      kept.delete(oldest)
      bytes -= one.length
    }
  }

  return {
    of: async (tenantId, digest, make) => {
      const key = `${tenantId} ${digest}`
      const known = kept.get(key)
      if (known !== undefined) {
        kept.delete(key)
        kept.set(key, known)
        return { ok: true, value: known }
      }
      const made =
        coming.get(key) ??
        free(async () => {
          try {
            const outcome = await make()
            if (outcome.ok) keep(key, outcome.value)
            return outcome
          } finally {
            coming.delete(key)
          }
        })
      coming.set(key, made)
      return made
    },
  }
}

/** Runs so many at once; the rest wait in line. */
function places(count: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const line: (() => void)[] = []
  let left = count
  return async (work) => {
    if (left > 0) left -= 1
    else await new Promise<void>((resolve) => line.push(resolve))
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next === undefined) left += 1
      else next()
    }
  }
}
