import { join } from 'node:path'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { tenantName } from '../files/tenant-name.ts'

/** Where a tenant's evidence lies. `uploads` and `blobs` are beside each other, so that sealing is a rename. */
export interface TenantFolder {
  readonly uploads: string
  readonly blobs: string
  readonly bringers: string
}

export function tenantFolder(root: string, tenantId: TenantId): TenantFolder {
  const at = (folder: string) => join(root, tenantName(tenantId), folder)
  return { uploads: at('uploads'), blobs: at('blobs'), bringers: at('bringers') }
}
