import { appendUpload } from '../../api/routes/append-upload.ts'
import { appendEvidence } from '../../app/evidence/add-evidence.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { evidenceReplied, uploadAnswer } from '../evidence-replied.ts'
import { route } from '../route.ts'

export const appendUploadRoute = route(
  appendUpload,
  async ({ params: { uploadId }, query, content, asker }, { evidence }) => {
    const appended = await appendEvidence(evidence, asker.actor, uploadId as UploadId, query.offset, content)
    return evidenceReplied(appended, (status) => uploadAnswer(uploadId, status))
  },
)
