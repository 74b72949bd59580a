import { readRecordFile } from '../../api/routes/read-record-file.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { recordFile } from '../../app/records/upload-records.ts'
import { evidenceReplied } from '../evidence-replied.ts'
import { recordFileAnswer } from '../record-file-answer.ts'
import { route } from '../route.ts'

export const readRecordFileRoute = route(readRecordFile, async ({ params: { fileId }, asker }, { records }) =>
  evidenceReplied(await recordFile(records, asker.actor, fileId as UploadId), (file) => recordFileAnswer(fileId, file)),
)
