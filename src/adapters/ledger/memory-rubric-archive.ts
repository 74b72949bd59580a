import type { AdoptedRubric, RubricArchive } from '../../app/ports/rubric-archive.ts'
import { storeRefusal } from '../../app/ports/store-refusals.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'

export function memoryRubricArchive(): RubricArchive {
  const tenants = new Map<TenantId, Map<Digest, AdoptedRubric>>()
  return {
    keep: async (tenantId, adopted) => {
      const kept = tenants.get(tenantId) ?? new Map<Digest, AdoptedRubric>()
      tenants.set(tenantId, kept)
      if (!kept.has(adopted.rubricDigest)) kept.set(adopted.rubricDigest, adopted)
      return accepted(null)
    },
    find: async (tenantId, rubricDigest) => {
      const found = tenants.get(tenantId)?.get(rubricDigest)
      return found === undefined ? storeRefusal('rubric-unknown', rubricDigest) : accepted(found)
    },
    list: async (tenantId) => {
      const kept = [...(tenants.get(tenantId)?.values() ?? [])]
      return accepted(kept.toSorted((one, other) => (one.rubricDigest < other.rubricDigest ? -1 : 1)))
    },
  }
}
