import { createHash } from 'node:crypto'
import type { TenantId } from '../../core/kernel/identifiers.ts'

/**
 * A tenant's folder. An id of lower-case letters, digits and `-` is the folder's name as it is. Any other id could lead out of the
 * root or be another's on a disk that ignores case: its digest is the name, behind a `~` that no plain id begins with.
 */
export function tenantName(tenantId: TenantId): string {
  const isPlain = /^[0-9a-z][0-9a-z-]{0,62}$/.test(tenantId)
  return isPlain ? tenantId : `~${createHash('sha256').update(tenantId).digest('hex')}`
}
