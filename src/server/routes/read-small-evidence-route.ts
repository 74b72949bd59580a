import { readSmallEvidence } from '../../api/routes/read-small-evidence.ts'
import { readSmallEvidence as readBy } from '../../app/evidence/read-small-evidence.ts'
import { centerOfEvidence } from '../../app/reading/center-of-evidence.ts'
import { evidenceReplied } from '../evidence-replied.ts'
import { route } from '../route.ts'

/** Shown within pages, unlike the original: its bytes are our own. */
export const readSmallEvidenceRoute = route(readSmallEvidence, async ({ params, asker }, { office, evidence }) => {
  const { assessmentId, digest } = params
  const centerId = await centerOfEvidence(office, asker.actor, assessmentId, digest)
  if (!centerId.ok) return centerId
  return evidenceReplied(await readBy(evidence, asker.actor, digest, centerId.value), (copy) => ({
    ok: true,
    kind: 'stream',
    content: only(copy),
    mediaType: 'image/jpeg',
    status: 200,
    headers: { 'content-length': String(copy.length), 'cache-control': 'private, no-store' },
  }))
})

async function* only(copy: Uint8Array): AsyncIterable<Uint8Array> {
  yield copy
}
