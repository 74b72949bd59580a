import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import type { EvidenceStore } from '../../app/ports/evidence-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { withDisk } from './disk-fault.ts'
import { folderBlobs } from './folder-blobs.ts'
import { dueInFolders } from './due-in-folders.ts'
import { folderUploads } from './folder-uploads.ts'
import { placedEvidence } from './placed-evidence.ts'
import { tenantFolder } from './tenant-folder.ts'

/** Evidence in a folder: `TENANT/blobs/ab/abcdef….jpg`, `TENANT/uploads` for what is on its way, `TENANT/bringers` for who brought it. */
export function folderEvidence(root: string, limits: EvidenceLimits): EvidenceStore {
  const uploads = (tenantId: TenantId) => folderUploads(tenantFolder(root, tenantId))
  return placedEvidence(
    {
      uploads,
      dueTenants: (tenants, before) => dueInFolders(tenants, (one) => uploads(one).begunBefore(before)),
      blobs: (tenantId) => folderBlobs(tenantFolder(root, tenantId)),
      guard: withDisk,
    },
    limits,
  )
}
