import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { EvidenceFile, UploadDeclaration, UploadId } from '../../app/ports/evidence-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { admitEvidence } from './admit-evidence.ts'
import type { ArrivedContent, BlobPlace, UploadPlace } from './evidence-place.ts'
import type { UploadEnd } from './upload-records.ts'

export async function finishUpload(
  uploads: UploadPlace,
  blobs: BlobPlace,
  id: UploadId,
  limits: EvidenceLimits,
): Promise<EvidenceOutcome<EvidenceFile>> {
  const declared = await uploads.declaration(id)
  if (declared === null) return refusedEvidence({ code: 'upload-unknown' })
  const known = await uploads.end(id)
  if (known === null) {
    const held = await uploads.held(id)
    if (held !== null && held < declared.bytes)
      return refusedEvidence({ code: 'upload-incomplete', offset: held, bytes: declared.bytes })
  }
  const content = await uploads.arrived(id)
  try {
    const end =
      known ?? (content === null ? await uploads.end(id) : await judge(uploads, id, declared, content, limits))
    if (end === null) return refusedEvidence({ code: 'upload-unknown' })
    return await settle(blobs, declared, end, content)
  } finally {
    await content?.close()
  }
}

async function judge(
  uploads: UploadPlace,
  id: UploadId,
  declared: UploadDeclaration,
  { digest, source }: ArrivedContent,
  limits: EvidenceLimits,
): Promise<UploadEnd> {
  const sniffed = await admitEvidence(declared, digest, source, limits)
  return uploads.writeEnd(
    id,
    sniffed.ok
      ? { kind: 'sealed', file: { digest, bytes: source.bytes, kind: sniffed.kind } }
      : { kind: 'refused', fault: sniffed.fault },
  )
}

/** Brings about what the end says; what an earlier attempt, or another process, has done already is not done twice. */
async function settle(
  blobs: BlobPlace,
  declared: UploadDeclaration,
  end: UploadEnd,
  content: ArrivedContent | null,
): Promise<EvidenceOutcome<EvidenceFile>> {
  if (end.kind === 'refused') {
    await content?.discard()
    return refusedEvidence(end.fault)
  }
  const { digest } = end.file
  if (content !== null) {
    // Judged by an attempt that was cut off, and spoiled since.
    if (content.digest !== digest) return corrupted(digest, content)
    // Before the upload is gone: an attempt that is cut off between the two is made again.
    await blobs.noteBringer(declared.by, digest)
    await content.seal(end.file)
  }
  const sealed = await blobs.find(digest)
  return sealed === null ? refusedEvidence({ code: 'evidence-missing', digest }) : accepted(sealed.file)
}

function corrupted(digest: Digest, { digest: found, source }: ArrivedContent): ReturnType<typeof refusedEvidence> {
  return refusedEvidence({ code: 'evidence-corrupted', digest, found, bytes: source.bytes })
}
