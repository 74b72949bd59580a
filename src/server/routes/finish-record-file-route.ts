import { finishRecordFile } from '../../api/routes/finish-record-file.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { finishRecordFile as finishedBy } from '../../app/records/upload-records.ts'
import { evidenceReplied } from '../evidence-replied.ts'
import { recordFileAnswer } from '../record-file-answer.ts'
import { route } from '../route.ts'

export const finishRecordFileRoute = route(finishRecordFile, async ({ params: { fileId }, asker }, { records }) =>
  evidenceReplied(await finishedBy(records, asker.actor, fileId as UploadId), (file) => recordFileAnswer(fileId, file)),
)
