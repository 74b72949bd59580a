import type { TenantId } from '../core/kernel/identifiers.ts'
import type { ServerParts } from './server-parts.ts'

/** Where an installation has one district, nobody has to name it; null where it has none or several. */
export async function soleDistrict({ people }: ServerParts): Promise<TenantId | null> {
  const tenants = await people.people.tenants()
  return tenants.ok && tenants.value.length === 1 ? (tenants.value[0]?.tenantId ?? null) : null
}
