import type { TenantId } from '../../core/kernel/identifiers.ts'
import { tenantName } from '../files/tenant-name.ts'

/** The key of something of a tenant's: `TENANT/evidence/blobs/ab/…`, as in a data folder but with the tenant first. */
export function tenantPrefix(tenantId: TenantId, shelf: 'evidence' | 'records'): string {
  return `${tenantName(tenantId)}/${shelf}/`
}

/** Parts of uploads; the id between slashes, so that one id does not begin another. */
export function partsPrefix(prefix: string): string {
  return `${prefix}uploads/`
}
