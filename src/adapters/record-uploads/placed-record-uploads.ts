import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { RecordUploads } from '../../app/ports/record-uploads.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { sweepUploads } from '../evidence/begin-upload.ts'
import { turns, uploadKey, whileFree } from '../evidence/one-at-a-time.ts'
import type { RecordPlace } from './record-place.ts'
import { appendRecords, beginRecords, finishRecords, locateRecords, uploadStanding } from './record-upload.ts'

export interface RecordUploadLimits {
  readonly fileBytes: number
  /** How many files of one person may lie here at once. */
  readonly perPerson: number
}

/** Record files wherever they lie, as `placedEvidence` is for evidence. */
export function placedRecordUploads(
  { uploads, dueTenants, guard }: RecordPlace,
  { fileBytes, perPerson }: RecordUploadLimits,
): RecordUploads {
  const busy = new Set<string>()
  const inTurn = turns()
  return {
    begin: async (tenantId, id, declared) => {
      const { name, bytes } = declared
      if (bytes > fileBytes) return refusedRecords('file-too-large', name, megabytes(bytes), megabytes(fileBytes))
      return inTurn(tenantId, () => guard(() => beginRecords(uploads(tenantId), id, declared, perPerson)))
    },
    status: (tenantId, id) => guard(() => uploadStanding(uploads(tenantId), id)),
    append: (tenantId, id, offset, content) =>
      whileFree(busy, uploadKey(tenantId, id), () =>
        guard(() => appendRecords(uploads(tenantId), id, offset, content)),
      ),
    finish: (tenantId, id) =>
      whileFree(busy, uploadKey(tenantId, id), () => guard(() => finishRecords(uploads(tenantId), id))),
    locate: (tenantId, id) => guard(() => locateRecords(uploads(tenantId), id)),
    remove: (tenantId, id) =>
      whileFree(busy, uploadKey(tenantId, id), () =>
        guard(async () => {
          await uploads(tenantId).remove(id)
          return accepted(null)
        }),
      ),
    dueTenants: (tenants, before) => guard(async () => accepted(await dueTenants(tenants, before))),
    sweep: (tenantId, before, isInUse) =>
      inTurn(tenantId, () =>
        guard(async () => {
          const isFree = (id: Parameters<typeof isInUse>[0]) => !isInUse(id) && !busy.has(uploadKey(tenantId, id))
          return accepted(await sweepUploads(uploads(tenantId), before, isFree))
        }),
      ),
  }
}

function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 1024 / 102.4) / 10).toString()} MB`
}
