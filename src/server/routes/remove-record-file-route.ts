import { removeRecordFile } from '../../api/routes/remove-record-file.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { removeRecordFile as removedBy } from '../../app/records/upload-records.ts'
import { done, replied } from '../replied.ts'
import { route } from '../route.ts'

export const removeRecordFileRoute = route(removeRecordFile, async ({ params, asker }, { records }) =>
  replied(await removedBy(records, asker.actor, params.fileId as UploadId), done),
)
