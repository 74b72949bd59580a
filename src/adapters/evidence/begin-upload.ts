import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { UploadClaim, UploadId, UploadStatus } from '../../app/ports/evidence-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { claimFault } from './admit-evidence.ts'
import { createUpload, partBytes, readClaim, readEnd, removeUpload, uploadIds } from './upload-files.ts'
import { isSameClaim } from './upload-rules.ts'

export async function beginUpload(
  folder: string,
  id: UploadId,
  claim: UploadClaim,
  limits: EvidenceLimits,
): Promise<EvidenceOutcome<UploadStatus>> {
  const known = await readClaim(folder, id)
  if (known !== null)
    return isSameClaim(known, claim) ? uploadStatus(folder, id) : refusedEvidence({ code: 'upload-id-taken' })
  const fault = claimFault(claim, limits)
  if (fault !== null) return refusedEvidence(fault)
  if ((await countUnfinished(folder, claim)) >= limits.unfinished)
    return refusedEvidence({ code: 'uploads-too-many', limit: limits.unfinished })
  await createUpload(folder, id, claim)
  return accepted({ claim, offset: 0, file: null })
}

/** Whose end was written but whose part was not yet moved still waits for `finish`, and says so. */
export async function uploadStatus(folder: string, id: UploadId): Promise<EvidenceOutcome<UploadStatus>> {
  const claim = await readClaim(folder, id)
  if (claim === null) return refusedEvidence({ code: 'upload-unknown' })
  const part = await partBytes(folder, id)
  if (part !== null) return accepted({ claim, offset: part, file: null })
  const end = await readEnd(folder, id)
  if (end === null) return refusedEvidence({ code: 'upload-unknown' })
  return accepted({ claim, offset: claim.bytes, file: end.kind === 'sealed' ? end.file : null })
}

/** Removes as well what has no claim: the remains of a beginning that a crash cut short. */
export async function sweepUploads(
  folder: string,
  before: Timestamp,
  isFree: (id: UploadId) => boolean,
): Promise<number> {
  let count = 0
  for (const id of (await uploadIds(folder)).all) {
    if (!isFree(id)) continue
    const claim = await readClaim(folder, id)
    if (claim !== null && claim.begunAt >= before) continue
    await removeUpload(folder, id)
    count++
  }
  return count
}

async function countUnfinished(folder: string, claim: UploadClaim): Promise<number> {
  const { all, ended } = await uploadIds(folder)
  let count = 0
  for (const id of all) if (!ended.has(id) && (await readClaim(folder, id))?.by === claim.by) count++
  return count
}
