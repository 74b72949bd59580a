import { open, rm } from 'node:fs/promises'
import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { EvidenceFile, UploadDeclaration, UploadId } from '../../app/ports/evidence-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { admitEvidence } from './admit-evidence.ts'
import { noteBringer } from './bringers.ts'
import { digestFile, findBlob, sealBlob } from './blob-files.ts'
import { fileSource } from './byte-source.ts'
import { syncFolder } from './durable-files.ts'
import type { TenantFolder } from './tenant-folder.ts'
import { partBytes, readDeclaration, readEnd, uploadPart, writeEnd, type UploadEnd } from './upload-files.ts'

export async function finishUpload(
  folder: TenantFolder,
  id: UploadId,
  limits: EvidenceLimits,
): Promise<EvidenceOutcome<EvidenceFile>> {
  const declared = await readDeclaration(folder.uploads, id)
  if (declared === null) return refusedEvidence({ code: 'upload-unknown' })
  const known = await readEnd(folder.uploads, id)
  if (known !== null) return settle(folder, id, declared, known)
  const held = await partBytes(folder.uploads, id)
  if (held === null) return refusedEvidence({ code: 'upload-unknown' })
  if (held < declared.bytes) return refusedEvidence({ code: 'upload-incomplete', offset: held, bytes: declared.bytes })
  const end = await judge(uploadPart(folder.uploads, id), declared, limits)
  await writeEnd(folder.uploads, id, end)
  return settle(folder, id, declared, end)
}

async function judge(path: string, declared: UploadDeclaration, limits: EvidenceLimits): Promise<UploadEnd> {
  const part = await open(path, 'r+')
  try {
    await part.sync()
    const { digest, bytes } = await digestFile(path)
    const sniffed = await admitEvidence(declared, digest, fileSource(part, bytes), limits)
    if (!sniffed.ok) return { kind: 'refused', fault: sniffed.fault }
    return { kind: 'sealed', file: { digest, bytes, kind: sniffed.kind } }
  } finally {
    await part.close()
  }
}

/** Brings about what the end says; what an earlier attempt has done already is not done twice. */
async function settle(
  folder: TenantFolder,
  id: UploadId,
  declared: UploadDeclaration,
  end: UploadEnd,
): Promise<EvidenceOutcome<EvidenceFile>> {
  const part = uploadPart(folder.uploads, id)
  const isHere = (await partBytes(folder.uploads, id)) !== null
  if (end.kind === 'refused') {
    if (isHere) {
      await rm(part, { force: true })
      await syncFolder(folder.uploads)
    }
    return refusedEvidence(end.fault)
  }
  // Before the part is gone: an attempt that is cut off between the two is made again.
  if (isHere) await noteBringer(folder.bringers, declared.by, end.file.digest)
  if (isHere) await sealBlob(folder.blobs, part, end.file)
  const sealed = await findBlob(folder.blobs, end.file.digest)
  return sealed === null
    ? refusedEvidence({ code: 'evidence-missing', digest: end.file.digest })
    : accepted(sealed.file)
}
