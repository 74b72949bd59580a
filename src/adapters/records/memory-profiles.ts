import type { ConfirmedProfile, ProfileStore } from '../../app/ports/profile-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'

/** Profiles for tests, gone with the process. */
export function memoryProfiles(): ProfileStore {
  const tenants = new Map<TenantId, ReadonlyMap<string, ConfirmedProfile>>()
  return {
    confirm: async (tenantId, confirmed) => {
      const kept = structuredClone(confirmed)
      tenants.set(tenantId, new Map([...(tenants.get(tenantId) ?? []), [kept.profile.id, kept]]))
      return accepted(null)
    },
    profiles: async (tenantId) => {
      const held = [...(tenants.get(tenantId)?.values() ?? [])]
      return accepted(held.toSorted((one, other) => (one.profile.id < other.profile.id ? -1 : 1)))
    },
  }
}
