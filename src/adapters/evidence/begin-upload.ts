import { refusedEvidence, type EvidenceFault, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { UploadDeclaration, UploadId, UploadStatus } from '../../app/ports/evidence-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { createUpload, partBytes, readDeclaration, readEnd, removeUpload, uploadIds } from './upload-files.ts'
import { isSameDeclaration } from './upload-rules.ts'

/** What may begin: null where nothing speaks against the declaration; how many one person may have begun and not finished. */
export interface Admission {
  readonly faultOf: (declared: UploadDeclaration) => EvidenceFault | null
  readonly unfinished: number
}

export async function beginUpload(
  folder: string,
  id: UploadId,
  declared: UploadDeclaration,
  { faultOf, unfinished }: Admission,
): Promise<EvidenceOutcome<UploadStatus>> {
  const known = await readDeclaration(folder, id)
  if (known !== null)
    return isSameDeclaration(known, declared) ? uploadStatus(folder, id) : refusedEvidence({ code: 'upload-id-taken' })
  const fault = faultOf(declared)
  if (fault !== null) return refusedEvidence(fault)
  if ((await countUnfinished(folder, declared)) >= unfinished)
    return refusedEvidence({ code: 'uploads-too-many', limit: unfinished })
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
