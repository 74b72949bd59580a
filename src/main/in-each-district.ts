import type { TenantStore } from '../app/ports/tenant-store.ts'
import type { TenantId } from '../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../core/kernel/outcome.ts'

/** One district after another; the first refusal ends it. */
export async function inEachDistrict(
  { tenants }: Pick<TenantStore, 'tenants'>,
  act: (tenantId: TenantId) => Promise<Outcome<unknown>>,
): Promise<Outcome<null>> {
  const all = await tenants()
  if (!all.ok) return all
  for (const { tenantId } of all.value) {
    const acted = await act(tenantId)
    if (!acted.ok) return acted
  }
  return accepted(null)
}
