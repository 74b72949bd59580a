import { readUpload } from '../../api/routes/read-upload.ts'
import { evidenceUpload } from '../../app/evidence/add-evidence.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { evidenceReplied, uploadAnswer } from '../evidence-replied.ts'
import { route } from '../route.ts'

export const readUploadRoute = route(readUpload, async ({ params: { uploadId }, asker }, { evidence }) =>
  evidenceReplied(await evidenceUpload(evidence, asker.actor, uploadId as UploadId), (status) =>
    uploadAnswer(uploadId, status),
  ),
)
