import { refusedEvidence, type EvidenceFault, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { UploadDeclaration, UploadId, UploadStatus } from '../../app/ports/evidence-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { ArrivingPlace } from './evidence-place.ts'
import { isSameDeclaration } from './upload-rules.ts'

/** What may begin: null where nothing speaks against the declaration; how many one person may have begun and not finished. */
export interface Admission {
  readonly faultOf: (declared: UploadDeclaration) => EvidenceFault | null
  readonly unfinished: number
}

export async function beginUpload(
  uploads: ArrivingPlace,
  id: UploadId,
  declared: UploadDeclaration,
  { faultOf, unfinished }: Admission,
): Promise<EvidenceOutcome<UploadStatus>> {
  const known = await uploads.declaration(id)
  if (known !== null) return begunAgain(uploads, id, known, declared)
  const fault = faultOf(declared)
  if (fault !== null) return refusedEvidence(fault)
  const made = await uploads.create(id, declared, unfinished)
  if (made === 'too-many') return refusedEvidence({ code: 'uploads-too-many', limit: unfinished })
  if (made === 'created') return accepted({ declared, offset: 0, file: null })
  const first = await uploads.declaration(id)
  return first === null ? refusedEvidence({ code: 'upload-unknown' }) : begunAgain(uploads, id, first, declared)
}

async function begunAgain(
  uploads: ArrivingPlace,
  id: UploadId,
  known: UploadDeclaration,
  declared: UploadDeclaration,
): Promise<EvidenceOutcome<UploadStatus>> {
  return isSameDeclaration(known, declared) ? uploadStatus(uploads, id) : refusedEvidence({ code: 'upload-id-taken' })
}

/** Whose end was written but whose content was not yet sealed still waits for `finish`, and says so. */
export async function uploadStatus(uploads: ArrivingPlace, id: UploadId): Promise<EvidenceOutcome<UploadStatus>> {
  const declared = await uploads.declaration(id)
  if (declared === null) return refusedEvidence({ code: 'upload-unknown' })
  const offset = await uploads.held(id)
  if (offset !== null) return accepted({ declared, offset, file: null })
  const end = await uploads.end(id)
  if (end === null) return refusedEvidence({ code: 'upload-unknown' })
  return accepted({ declared, offset: declared.bytes, file: end.kind === 'sealed' ? end.file : null })
}

export async function sweepUploads(
  uploads: ArrivingPlace,
  before: Timestamp,
  isFree: (id: UploadId) => boolean,
): Promise<number> {
  const old = (await uploads.begunBefore(before)).filter((id) => isFree(id))
  for (const id of old) await uploads.remove(id)
  await uploads.tidy(before)
  return old.length
}
