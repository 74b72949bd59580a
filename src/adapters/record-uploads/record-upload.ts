import { open } from 'node:fs/promises'
import { refusedEvidence, type EvidenceFault, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { UploadDeclaration, UploadId, UploadStatus } from '../../app/ports/evidence-store.ts'
import type { RecordUpload } from '../../app/ports/record-uploads.ts'
import type { SourceFile } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { appendUpload } from '../evidence/append-upload.ts'
import { beginUpload } from '../evidence/begin-upload.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { partBytes, readDeclaration, uploadIds, uploadPart } from '../evidence/upload-files.ts'
import { isSameDeclaration } from '../evidence/upload-rules.ts'
import { findWhole, keepWhole, removeWhole } from './whole-file.ts'

export async function beginRecords(
  folder: string,
  id: UploadId,
  declared: UploadDeclaration,
  perPerson: number,
): Promise<EvidenceOutcome<RecordUpload>> {
  const before = (await findWhole(folder, id)) === null ? null : await readDeclaration(folder, id)
  if (before !== null)
    return isSameDeclaration(before, declared)
      ? uploadStanding(folder, id)
      : refusedEvidence({ code: 'upload-id-taken' })
  const begun = await beginUpload(folder, id, declared, { faultOf, unfinished: perPerson })
  return begun.ok ? accepted(arriving(begun.value)) : begun
}

export async function uploadStanding(folder: string, id: UploadId): Promise<EvidenceOutcome<RecordUpload>> {
  const declared = await readDeclaration(folder, id)
  if (declared === null) return refusedEvidence({ code: 'upload-unknown' })
  const whole = await findWhole(folder, id)
  if (whole !== null) return accepted({ declared, offset: declared.bytes, digest: whole.digest })
  const offset = await partBytes(folder, id)
  return offset === null ? refusedEvidence({ code: 'upload-unknown' }) : accepted({ declared, offset, digest: null })
}

export async function appendRecords(
  folder: string,
  id: UploadId,
  offset: number,
  content: AsyncIterable<Uint8Array>,
): Promise<EvidenceOutcome<RecordUpload>> {
  if ((await findWhole(folder, id)) !== null) return refusedEvidence({ code: 'upload-finished' })
  const appended = await appendUpload(folder, id, offset, content)
  return appended.ok ? accepted(arriving(appended.value)) : appended
}

export async function finishRecords(folder: string, id: UploadId): Promise<EvidenceOutcome<RecordUpload>> {
  const status = await uploadStanding(folder, id)
  if (!status.ok || status.value.digest !== null) return status
  const { declared, offset } = status.value
  if (offset < declared.bytes) return incomplete(status.value)
  const path = uploadPart(folder, id)
  await synced(path)
  const { digest } = await digestFile(path)
  if (declared.digest !== null && declared.digest !== digest) {
    await removeWhole(folder, id)
    return refusedEvidence({ code: 'upload-digest-differs', declared: declared.digest, found: digest })
  }
  await keepWhole(folder, id, digest)
  return accepted({ declared, offset, digest })
}

export async function locateRecords(folder: string, id: UploadId): Promise<EvidenceOutcome<SourceFile>> {
  const status = await uploadStanding(folder, id)
  if (!status.ok) return status
  const whole = await findWhole(folder, id)
  return whole === null
    ? incomplete(status.value)
    : accepted({ path: whole.path, fileName: status.value.declared.name })
}

/** Removes as well what has no declaration: the remains of a beginning that a crash cut short. */
export async function sweepRecords(
  folder: string,
  before: Timestamp,
  isFree: (id: UploadId) => boolean,
): Promise<number> {
  let count = 0
  for (const id of (await uploadIds(folder)).all) {
    if (!isFree(id)) continue
    const declared = await readDeclaration(folder, id)
    if (declared !== null && declared.begunAt >= before) continue
    await removeWhole(folder, id)
    count++
  }
  return count
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

async function synced(path: string): Promise<void> {
  const part = await open(path, 'r+')
  try {
    await part.sync()
  } finally {
    await part.close()
  }
}
