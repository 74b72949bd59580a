import { open } from 'node:fs/promises'
import type { RecordUploads } from '../../app/ports/record-uploads.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { withDisk } from '../evidence/disk-fault.ts'
import { orNull } from '../evidence/durable-files.ts'
import { dueInFolders } from '../evidence/due-in-folders.ts'
import { folderUploads } from '../evidence/folder-uploads.ts'
import { tenantFolder, type TenantFolder } from '../evidence/tenant-folder.ts'
import { uploadPart } from '../evidence/upload-files.ts'
import { placedRecordUploads, type RecordUploadLimits } from './placed-record-uploads.ts'
import type { RecordFilePlace } from './record-place.ts'
import { findWhole, keepWhole, removeWhole } from './whole-file.ts'

/** Record files in a folder, `TENANT/uploads`: the machinery of evidence up to the point where a file is whole. */
export function folderRecordUploads(root: string, limits: RecordUploadLimits): RecordUploads {
  const uploads = (tenantId: TenantId) => folderRecordFiles(tenantFolder(root, tenantId))
  return placedRecordUploads(
    {
      uploads,
      dueTenants: (tenants, before) => dueInFolders(tenants, (one) => uploads(one).begunBefore(before)),
      guard: withDisk,
    },
    limits,
  )
}

function folderRecordFiles(folder: TenantFolder): RecordFilePlace {
  const { uploads } = folder
  return {
    ...folderUploads(folder),
    digested: async (id) => {
      const part = await orNull(open(uploadPart(uploads, id), 'r+'))
      if (part === null) return null
      try {
        await part.sync()
      } finally {
        await part.close()
      }
      return (await digestFile(uploadPart(uploads, id))).digest
    },
    whole: async (id) => (await findWhole(uploads, id))?.digest ?? null,
    keepWhole: (id, digest) => keepWhole(uploads, id, digest),
    locate: async (id) => (await findWhole(uploads, id))?.path ?? null,
    remove: (id) => removeWhole(uploads, id),
  }
}
