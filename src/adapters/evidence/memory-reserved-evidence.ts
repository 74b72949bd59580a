import type { EvidenceMark, ReservedEvidence } from '../../app/ports/reserved-evidence.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'

interface Reserved {
  sealed: number
  readonly uploads: Map<UploadId, { readonly bytes: number; readonly sealedAs: number | null }>
}

/** For an installation of which one process seals: what is reserved ends with it. */
export function memoryReservedEvidence(): ReservedEvidence {
  const tenants = new Map<TenantId, Reserved>()
  const of = (tenantId: TenantId): Reserved => {
    const found = tenants.get(tenantId) ?? { sealed: 0, uploads: new Map() }
    tenants.set(tenantId, found)
    return found
  }
  const since = (tenantId: TenantId, mark: EvidenceMark): number => {
    let sum = 0
    for (const { bytes, sealedAs } of of(tenantId).uploads.values())
      if (sealedAs === null || sealedAs > mark) sum += bytes
    return sum
  }
  return {
    mark: async (tenantId) => accepted(of(tenantId).sealed),
    since: async (tenantId, mark) => accepted(since(tenantId, mark)),
    reserve: async (tenantId, id, { bytes, listed, mark, quota }) => {
      const { uploads } = of(tenantId)
      if (uploads.has(id)) return accepted('known')
      if (listed + since(tenantId, mark) + bytes > quota) return accepted('full')
      // This process counts for itself: what was sealed by the mark is in every count from now on.
      for (const [known, { sealedAs }] of uploads) if (sealedAs !== null && sealedAs <= mark) uploads.delete(known)
      uploads.set(id, { bytes, sealedAs: null })
      return accepted('reserved')
    },
    sealed: async (tenantId, id, bytes) => {
      const reserved = of(tenantId)
      if ((reserved.uploads.get(id)?.sealedAs ?? null) === null)
        reserved.uploads.set(id, { bytes, sealedAs: (reserved.sealed += 1) })
      return accepted(null)
    },
    release: async (tenantId, id) => {
      const { uploads } = of(tenantId)
      if (uploads.get(id)?.sealedAs === null) uploads.delete(id)
      return accepted(null)
    },
  }
}
