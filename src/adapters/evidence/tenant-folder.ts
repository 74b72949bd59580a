import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { TenantId } from '../../core/kernel/identifiers.ts'

/** Where a tenant's evidence lies. `uploads` and `blobs` are beside each other, so that sealing is a rename. */
export interface TenantFolder {
  readonly uploads: string
  readonly blobs: string
  readonly bringers: string
}

/**
 * An id of lower-case letters, digits and `-` is the folder's name as it is. Any other id could lead out of the root or
 * be another's on a disk that ignores case: its digest is the name, behind a `~` that no plain id begins with.
 */
export function tenantFolder(root: string, tenantId: TenantId): TenantFolder {
  const isPlain = /^[0-9a-z][0-9a-z-]{0,62}$/.test(tenantId)
  const name = isPlain ? tenantId : `~${createHash('sha256').update(tenantId).digest('hex')}`
  const at = (folder: string) => join(root, name, folder)
  return { uploads: at('uploads'), blobs: at('blobs'), bringers: at('bringers') }
}
