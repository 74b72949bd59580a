import { beginRecordFile } from '../../api/routes/begin-record-file.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { beginRecordFile as begunBy } from '../../app/records/upload-records.ts'
import { evidenceReplied } from '../evidence-replied.ts'
import { recordFileAnswer } from '../record-file-answer.ts'
import { route } from '../route.ts'

export const beginRecordFileRoute = route(beginRecordFile, async ({ body, asker }, { records }) => {
  const { fileId, fileName, bytes, digest } = body
  const begun = await begunBy(records, asker.actor, { id: fileId as UploadId, name: fileName, bytes, digest })
  return evidenceReplied(begun, (file) => recordFileAnswer(fileId, file))
})
