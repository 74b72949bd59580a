import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { UploadDeclaration, UploadId, UploadStatus } from '../../app/ports/evidence-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { declarationFault } from './admit-evidence.ts'
import { createUpload, partBytes, readDeclaration, readEnd, removeUpload, uploadIds } from './upload-files.ts'
import { isSameDeclaration } from './upload-rules.ts'

export async function beginUpload(
  folder: string,
  id: UploadId,
  declared: UploadDeclaration,
  limits: EvidenceLimits,
): Promise<EvidenceOutcome<UploadStatus>> {
  const known = await readDeclaration(folder, id)
  if (known !== null)
    return isSameDeclaration(known, declared) ? uploadStatus(folder, id) : refusedEvidence({ code: 'upload-id-taken' })
  const fault = declarationFault(declared, limits)
  if (fault !== null) return refusedEvidence(fault)
  if ((await countUnfinished(folder, declared)) >= limits.unfinished)
    return refusedEvidence({ code: 'uploads-too-many', limit: limits.unfinished })
  await createUpload(folder, id, declared)
  return accepted({ declared, offset: 0, file: null })
}

/** Whose end was written but whose part was not yet moved still waits for `finish`, and says so. */
export async function uploadStatus(folder: string, id: UploadId): Promise<EvidenceOutcome<UploadStatus>> {
  const declared = await readDeclaration(folder, id)
  if (declared === null) return refusedEvidence({ code: 'upload-unknown' })
  const part = await partBytes(folder, id)
  if (part !== null) return accepted({ declared, offset: part, file: null })
  const end = await readEnd(folder, id)
  if (end === null) return refusedEvidence({ code: 'upload-unknown' })
  return accepted({ declared, offset: declared.bytes, file: end.kind === 'sealed' ? end.file : null })
}

/** Removes as well what has no declaration: the remains of a beginning that a crash cut short. */
export async function sweepUploads(
  folder: string,
  before: Timestamp,
  isFree: (id: UploadId) => boolean,
): Promise<number> {
  let count = 0
  for (const id of (await uploadIds(folder)).all) {
    if (!isFree(id)) continue
    const declared = await readDeclaration(folder, id)
    if (declared !== null && declared.begunAt >= before) continue
    await removeUpload(folder, id)
    count++
  }
  return count
}

async function countUnfinished(folder: string, declared: UploadDeclaration): Promise<number> {
  const { all, ended } = await uploadIds(folder)
  let count = 0
  for (const id of all) if (!ended.has(id) && (await readDeclaration(folder, id))?.by === declared.by) count++
  return count
}
