import type { TenantId } from '../../core/kernel/identifiers.ts'

/** Those in whose folder `old` finds something. One that cannot be read is due: its own sweep says what is wrong with it. */
export async function dueInFolders(
  tenants: readonly TenantId[],
  old: (tenantId: TenantId) => Promise<readonly unknown[]>,
): Promise<readonly TenantId[]> {
  const due: TenantId[] = []
  for (const tenantId of tenants) {
    const found = await old(tenantId).catch(() => null)
    if (found?.length !== 0) due.push(tenantId)
  }
  return due
}
