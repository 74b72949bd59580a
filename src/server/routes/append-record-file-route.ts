import { appendRecordFile } from '../../api/routes/append-record-file.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { appendRecordFile as appendedBy } from '../../app/records/upload-records.ts'
import { evidenceReplied } from '../evidence-replied.ts'
import { recordFileAnswer } from '../record-file-answer.ts'
import { route } from '../route.ts'

export const appendRecordFileRoute = route(
  appendRecordFile,
  async ({ params: { fileId }, query, content, asker }, { records }) => {
    const appended = await appendedBy(records, asker.actor, fileId as UploadId, query.offset, content)
    return evidenceReplied(appended, (file) => recordFileAnswer(fileId, file))
  },
)
