import { finishUpload } from '../../api/routes/finish-upload.ts'
import { finishEvidence } from '../../app/evidence/add-evidence.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { evidenceReplied } from '../evidence-replied.ts'
import { answer, route } from '../route.ts'

export const finishUploadRoute = route(finishUpload, async ({ params, asker }, { evidence }) =>
  evidenceReplied(await finishEvidence(evidence, asker.actor, params.uploadId as UploadId), (added) => answer(added)),
)
