import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import type { EvidenceStore } from '../../app/ports/evidence-store.ts'
import { placedEvidence } from '../evidence/placed-evidence.ts'
import { objectBlobs } from './object-blobs.ts'
import { withObjects } from './object-fault.ts'
import { tenantPrefix } from './object-place.ts'
import { dueByRegister, objectUploads, type ObjectPlaceParts } from './object-uploads.ts'

/**
 * Evidence in a bucket: `TENANT/evidence/blobs/ab/abcdef….jpg` and `TENANT/evidence/bringers/…` as in a folder, parts of what is
 * on its way below `TENANT/evidence/uploads`. Any number of processes take uploads at once.
 */
export function objectEvidence(parts: ObjectPlaceParts, limits: EvidenceLimits): EvidenceStore {
  return placedEvidence(
    {
      uploads: (tenantId) => objectUploads(parts, tenantId, tenantPrefix(tenantId, 'evidence')),
      dueTenants: dueByRegister(parts.register),
      blobs: (tenantId) => objectBlobs(parts.bucket, tenantPrefix(tenantId, 'evidence')),
      guard: withObjects,
    },
    limits,
  )
}
