import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import type { EvidenceStore } from '../../app/ports/evidence-store.ts'
import { withDisk } from './disk-fault.ts'
import { folderBlobs } from './folder-blobs.ts'
import { folderUploads } from './folder-uploads.ts'
import { placedEvidence } from './placed-evidence.ts'
import { tenantFolder } from './tenant-folder.ts'

/** Evidence in a folder: `TENANT/blobs/ab/abcdef….jpg`, `TENANT/uploads` for what is on its way, `TENANT/bringers` for who brought it. */
export function folderEvidence(root: string, limits: EvidenceLimits): EvidenceStore {
  return placedEvidence(
    {
      uploads: (tenantId) => folderUploads(tenantFolder(root, tenantId)),
      blobs: (tenantId) => folderBlobs(tenantFolder(root, tenantId)),
      guard: withDisk,
    },
    limits,
  )
}
