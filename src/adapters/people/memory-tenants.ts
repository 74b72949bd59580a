import { NO_QUOTAS, type Quotas } from '../../app/ports/quotas.ts'
import type { Tenant, TenantStore } from '../../app/ports/tenant-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'

export function memoryTenants(): TenantStore {
  const tenants = new Map<string, Tenant>()
  const quotas = new Map<string, Quotas>()
  const uncharged = new Map<string, number>()
  return {
    tenants: async () => accepted([...tenants.values()].sort((a, b) => (a.tenantId < b.tenantId ? -1 : 1))),
    tenant: async (tenantId) => accepted(tenants.get(tenantId) ?? null),
    addTenant: async (tenant) => {
      if (tenants.has(tenant.tenantId)) return accepted('taken')
      tenants.set(tenant.tenantId, tenant)
      return accepted('added')
    },
    // Nothing is removed from memory but by forgetting all of it.
    removedTenants: async () => accepted([]),
    saveTenant: async (tenant) => {
      if (!tenants.has(tenant.tenantId)) return accepted('unknown')
      tenants.set(tenant.tenantId, tenant)
      return accepted('saved')
    },
    quotas: async (tenantId) => accepted(quotas.get(tenantId) ?? NO_QUOTAS),
    setQuotas: async (tenantId, set) => {
      if (!tenants.has(tenantId)) return accepted('unknown')
      quotas.set(tenantId, set)
      return accepted('saved')
    },
    countUncharged: async (tenantId) => {
      uncharged.set(tenantId, (uncharged.get(tenantId) ?? 0) + 1)
      return accepted(null)
    },
    unchargedFailures: async (tenantId) => accepted(uncharged.get(tenantId) ?? 0),
  }
}
