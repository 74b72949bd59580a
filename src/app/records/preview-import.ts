import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { Actor } from '../people/actor.ts'
import type { UploadId } from '../ports/evidence-store.ts'
import type { ImportPreview } from '../ports/record-store.ts'
import type { AtDesk } from './desk-refusals.ts'
import { importFrame } from './import-frame.ts'
import type { RecordsDesk } from './records-desk.ts'
import { ownRecordFile } from './upload-records.ts'

/** Checks every row of a file by a profile, confirmed or not, and keeps nothing. One at a time for each person. */
export async function previewImport(
  desk: RecordsDesk,
  actor: Actor,
  fileId: UploadId,
  profile: ImportProfile,
): Promise<AtDesk<ImportPreview>> {
  const located = await ownRecordFile(desk, actor, fileId)
  if (!located.ok) return located
  const frame = await importFrame(desk, actor.tenantId)
  if (!frame.ok) return frame
  const asked = { ...located.value, profile, ...frame.value }
  return desk.previews.run(actor, (signal) =>
    desk.records.preview(actor.tenantId, asked, { onProgress: () => undefined, signal }),
  )
}
