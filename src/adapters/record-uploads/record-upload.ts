import { refusedEvidence, type EvidenceFault, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { UploadDeclaration, UploadId, UploadStatus } from '../../app/ports/evidence-store.ts'
import type { RecordUpload } from '../../app/ports/record-uploads.ts'
import type { SourceFile } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { appendUpload } from '../evidence/append-upload.ts'
import { beginUpload } from '../evidence/begin-upload.ts'
import { isSameDeclaration } from '../evidence/upload-rules.ts'
import type { RecordFilePlace } from './record-place.ts'

export async function beginRecords(
  files: RecordFilePlace,
  id: UploadId,
  declared: UploadDeclaration,
  perPerson: number,
): Promise<EvidenceOutcome<RecordUpload>> {
  const before = (await files.whole(id)) === null ? null : await files.declaration(id)
  if (before !== null)
    return isSameDeclaration(before, declared)
      ? uploadStanding(files, id)
      : refusedEvidence({ code: 'upload-id-taken' })
  const begun = await beginUpload(files, id, declared, { faultOf, unfinished: perPerson })
  return begun.ok ? accepted(arriving(begun.value)) : begun
}

export async function uploadStanding(files: RecordFilePlace, id: UploadId): Promise<EvidenceOutcome<RecordUpload>> {
  const declared = await files.declaration(id)
  if (declared === null) return refusedEvidence({ code: 'upload-unknown' })
  const digest = await files.whole(id)
  if (digest !== null) return accepted({ declared, offset: declared.bytes, digest })
  const offset = await files.held(id)
  return offset === null ? refusedEvidence({ code: 'upload-unknown' }) : accepted({ declared, offset, digest: null })
}

export async function appendRecords(
  files: RecordFilePlace,
  id: UploadId,
  offset: number,
  content: AsyncIterable<Uint8Array>,
): Promise<EvidenceOutcome<RecordUpload>> {
  if ((await files.whole(id)) !== null) return refusedEvidence({ code: 'upload-finished' })
  const appended = await appendUpload(files, id, offset, content)
  return appended.ok ? accepted(arriving(appended.value)) : appended
}

export async function finishRecords(files: RecordFilePlace, id: UploadId): Promise<EvidenceOutcome<RecordUpload>> {
  const status = await uploadStanding(files, id)
  if (!status.ok || status.value.digest !== null) return status
  const { declared, offset } = status.value
  if (offset < declared.bytes) return incomplete(status.value)
  const digest = await files.digested(id)
  if (digest === null) return uploadStanding(files, id)
  if (declared.digest !== null && declared.digest !== digest) {
    await files.remove(id)
    return refusedEvidence({ code: 'upload-digest-differs', declared: declared.digest, found: digest })
  }
  await files.keepWhole(id, digest)
  return accepted({ declared, offset, digest })
}

export async function locateRecords(files: RecordFilePlace, id: UploadId): Promise<EvidenceOutcome<SourceFile>> {
  const status = await uploadStanding(files, id)
  if (!status.ok) return status
  const { declared, digest } = status.value
  if (digest === null) return incomplete(status.value)
  const path = await files.locate(id, digest)
  return path === null ? refusedEvidence({ code: 'upload-unknown' }) : accepted({ path, fileName: declared.name })
}

function arriving({ declared, offset }: UploadStatus): RecordUpload {
  return { declared, offset, digest: null }
}

function faultOf({ name, bytes }: UploadDeclaration): EvidenceFault | null {
  if (!Number.isSafeInteger(bytes) || bytes < 0)
    return { code: 'upload-declaration-wrong', expected: '不小于 0 的整数字节数' }
  if (name.length > 255 || /\p{Cc}/u.test(name) || name.trim() === '')
    return { code: 'upload-declaration-wrong', expected: '不含控制字符、不超过 255 个字符的文件名' }
  return bytes === 0 ? { code: 'evidence-empty' } : null
}

function incomplete({ declared, offset }: RecordUpload): ReturnType<typeof refusedEvidence> {
  return refusedEvidence({ code: 'upload-incomplete', offset, bytes: declared.bytes })
}
