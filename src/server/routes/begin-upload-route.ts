import { beginUpload } from '../../api/routes/begin-upload.ts'
import { beginEvidence } from '../../app/evidence/add-evidence.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { evidenceReplied, uploadAnswer } from '../evidence-replied.ts'
import { route } from '../route.ts'

export const beginUploadRoute = route(beginUpload, async ({ body, asker }, { evidence }) => {
  const { uploadId, ...file } = body
  const begun = await beginEvidence(evidence, asker.actor, { id: uploadId as UploadId, ...file })
  return evidenceReplied(begun, (status) => uploadAnswer(uploadId, status))
})
