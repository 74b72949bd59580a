import type { RecordUploads } from '../../app/ports/record-uploads.ts'
import { withDisk } from '../evidence/disk-fault.ts'
import { folderUploads } from '../evidence/folder-uploads.ts'
import { tenantFolder, type TenantFolder } from '../evidence/tenant-folder.ts'
import { placedRecordUploads, type RecordUploadLimits } from './placed-record-uploads.ts'
import type { RecordFilePlace } from './record-place.ts'
import { findWhole, keepWhole, removeWhole } from './whole-file.ts'

/** Record files in a folder, `TENANT/uploads`: the machinery of evidence up to the point where a file is whole. */
export function folderRecordUploads(root: string, limits: RecordUploadLimits): RecordUploads {
  return placedRecordUploads(
    { uploads: (tenantId) => folderRecordFiles(tenantFolder(root, tenantId)), guard: withDisk },
    limits,
  )
}

function folderRecordFiles(folder: TenantFolder): RecordFilePlace {
  const { uploads } = folder
  return {
    ...folderUploads(folder),
    whole: async (id) => (await findWhole(uploads, id))?.digest ?? null,
    keepWhole: (id, digest) => keepWhole(uploads, id, digest),
    locate: async (id) => (await findWhole(uploads, id))?.path ?? null,
    remove: (id) => removeWhole(uploads, id),
  }
}
