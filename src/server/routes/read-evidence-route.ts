import { readEvidence } from '../../api/routes/read-evidence.ts'
import { centerOfEvidence } from '../../app/reading/center-of-evidence.ts'
import { readEvidence as readBy } from '../../app/evidence/read-evidence.ts'
import { mediaTypeOf } from '../../app/ports/evidence-kind.ts'
import { parseRange } from '../parse-range.ts'
import { route } from '../route.ts'

/** Never shown within a page of ours: a file that somebody else made is saved, not opened. */
export const readEvidenceRoute = route(readEvidence, async ({ params, header, asker }, { office, evidence }) => {
  const { assessmentId, digest } = params
  const centerId = await centerOfEvidence(office, asker.actor, assessmentId, digest)
  if (!centerId.ok) return centerId
  const asked = parseRange(header('range'))
  const opened = await readBy(evidence, asker.actor, digest, centerId.value, asked)
  if (!opened.ok) return { ok: false, refusal: { code: opened.refusal.code, message: opened.refusal.message } }
  const { file, range, content } = opened.value
  return {
    ok: true,
    kind: 'stream',
    content,
    mediaType: mediaTypeOf(file.kind),
    status: asked === null ? 200 : 206,
    headers: {
      'content-length': String(range.end - range.start),
      'content-disposition': `attachment; filename="${digest}.${file.kind}"`,
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      ...(asked === null ? {} : { 'content-range': `bytes ${range.start}-${range.end - 1}/${file.bytes}` }),
    },
  }
})
