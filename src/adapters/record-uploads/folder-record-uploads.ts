import type { RecordUploads } from '../../app/ports/record-uploads.ts'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { withDisk } from '../evidence/disk-fault.ts'
import { turns, uploadKey, whileFree } from '../evidence/one-at-a-time.ts'
import { tenantFolder } from '../evidence/tenant-folder.ts'
import {
  appendRecords,
  beginRecords,
  uploadStanding,
  finishRecords,
  locateRecords,
  sweepRecords,
} from './record-upload.ts'
import { removeWhole } from './whole-file.ts'

export interface RecordUploadLimits {
  readonly fileBytes: number
  /** How many files of one person may lie here at once. */
  readonly perPerson: number
}

/** Record files in a folder, `TENANT/uploads`: the machinery of evidence up to the point where a file is whole. */
export function folderRecordUploads(root: string, { fileBytes, perPerson }: RecordUploadLimits): RecordUploads {
  const at = (tenantId: TenantId) => tenantFolder(root, tenantId).uploads
  const busy = new Set<string>()
  const inTurn = turns()
  return {
    begin: async (tenantId, id, declared) => {
      const { name, bytes } = declared
      if (bytes > fileBytes) return refusedRecords('file-too-large', name, megabytes(bytes), megabytes(fileBytes))
      return inTurn(tenantId, () => withDisk(() => beginRecords(at(tenantId), id, declared, perPerson)))
    },
    status: (tenantId, id) => withDisk(() => uploadStanding(at(tenantId), id)),
    append: (tenantId, id, offset, content) =>
      whileFree(busy, uploadKey(tenantId, id), () => appendRecords(at(tenantId), id, offset, content)),
    finish: (tenantId, id) => whileFree(busy, uploadKey(tenantId, id), () => finishRecords(at(tenantId), id)),
    locate: (tenantId, id) => withDisk(() => locateRecords(at(tenantId), id)),
    remove: (tenantId, id) =>
      whileFree(busy, uploadKey(tenantId, id), async () => {
        await removeWhole(at(tenantId), id)
        return accepted(null)
      }),
    sweep: (tenantId, before, isInUse) =>
      inTurn(tenantId, () =>
        withDisk(async () => {
          const isFree = (id: Parameters<typeof isInUse>[0]) => !isInUse(id) && !busy.has(uploadKey(tenantId, id))
          return accepted(await sweepRecords(at(tenantId), before, isFree))
        }),
      ),
  }
}

function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 1024 / 102.4) / 10).toString()} MB`
}
