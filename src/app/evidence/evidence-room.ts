import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Clock } from '../ports/clock.ts'
import { refusedEvidence, type EvidenceOutcome } from '../ports/evidence-refusals.ts'
import type { EvidenceStore } from '../ports/evidence-store.ts'
import type { TenantStore } from '../ports/tenant-store.ts'

/** How much more evidence a district may bring, by its quota. */
export interface EvidenceRoom {
  /** Refused where so many bytes more would be too many. */
  readonly admit: (tenantId: TenantId, bytes: number) => Promise<EvidenceOutcome<null>>
  /** So many were sealed just now. */
  readonly took: (tenantId: TenantId, bytes: number) => void
}

interface Ports {
  readonly evidence: Pick<EvidenceStore, 'list'>
  readonly people: Pick<TenantStore, 'quotas'>
  readonly clock: Clock
}

interface Count {
  readonly bytes: number
  readonly countedAt: number
}

/**
 * What is held is counted from the sealed files themselves, wherever they lie, and only where a district has a quota. The count is
 * kept for ten minutes, with what this node seals meanwhile added: by what other nodes seal in that time a quota can be exceeded.
 * Nobody is refused on a count that is older than a minute.
 */
export function evidenceRoom({ evidence, people, clock }: Ports): EvidenceRoom {
  const counts = new Map<TenantId, Count>()
  const held = async (tenantId: TenantId, within: number): Promise<EvidenceOutcome<number>> => {
    const known = counts.get(tenantId)
    const now = clock.epochMs()
    if (known !== undefined && Math.abs(now - known.countedAt) < within) return accepted(known.bytes)
    let bytes = 0
    for (let after: Digest | null = null; ;) {
      const page = await evidence.list(tenantId, after, PAGE)
      if (!page.ok) return page
      for (const file of page.value) bytes += file.bytes
      const last = page.value.at(-1)?.digest
      if (last === undefined) break
      after = last
    }
    counts.set(tenantId, { bytes, countedAt: now })
    return accepted(bytes)
  }
  return {
    admit: async (tenantId, bytes) => {
      const quotas = await people.quotas(tenantId)
      if (!quotas.ok) return refusedEvidence({ code: 'store-failed', detail: quotas.refusal.message })
      const quota = quotas.value.evidenceBytes
      if (quota === null) return accepted(null)
      for (const within of [KEPT_MS, REFUSING_MS]) {
        const used = await held(tenantId, within)
        if (!used.ok) return used
        if (used.value + bytes <= quota) return accepted(null)
        if (within === REFUSING_MS) return refusedEvidence({ code: 'evidence-quota-full', used: used.value, quota })
      }
      return accepted(null)
    },
    took: (tenantId, bytes) => {
      const known = counts.get(tenantId)
      if (known !== undefined) counts.set(tenantId, { ...known, bytes: known.bytes + bytes })
    },
  }
}

const PAGE = 1_000
const KEPT_MS = 600_000
const REFUSING_MS = 60_000
