import { publishEvidence } from '../../api/routes/publish-evidence.ts'
import { publishEvidence as publishBy } from '../../app/evidence/publish-evidence.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { evidenceReplied } from '../evidence-replied.ts'
import { answer, route } from '../route.ts'

export const publishEvidenceRoute = route(publishEvidence, async ({ params, body, asker }, { evidence }) => {
  const wish = { id: body.uploadId as UploadId, digest: params.digest, blurred: body.blurred }
  return evidenceReplied(await publishBy(evidence, asker.actor, wish), (copy) => answer(copy))
})
