import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { EvidenceFile, EvidenceStore, UploadDeclaration, UploadId } from '../../app/ports/evidence-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { declarationFault } from './admit-evidence.ts'
import { appendUpload } from './append-upload.ts'
import { beginUpload, sweepUploads, uploadStatus } from './begin-upload.ts'
import { isBringer } from './bringers.ts'
import { digestFile, findBlob, listBlobs, readPieces } from './blob-files.ts'
import { withDisk } from './disk-fault.ts'
import { finishUpload } from './finish-upload.ts'
import { turns, uploadKey, whileFree } from './one-at-a-time.ts'
import { tenantFolder, type TenantFolder } from './tenant-folder.ts'
import { rangeWithin } from './upload-rules.ts'

/** Evidence in a folder: `TENANT/blobs/ab/abcdef….jpg`, `TENANT/uploads` for what is on its way, `TENANT/bringers` for who brought it. */
export function folderEvidence(root: string, limits: EvidenceLimits): EvidenceStore {
  const at = (tenantId: TenantId) => tenantFolder(root, tenantId)
  const busy = new Set<string>()
  const endings = new Map<string, Promise<EvidenceOutcome<EvidenceFile>>>()
  const inTurn = turns()
  const admission = {
    faultOf: (declared: UploadDeclaration) => declarationFault(declared, limits),
    unfinished: limits.unfinished,
  }
  return {
    begin: (tenantId, id, declared) =>
      inTurn(tenantId, () => withDisk(() => beginUpload(at(tenantId).uploads, id, declared, admission))),
    status: (tenantId, id) => withDisk(() => uploadStatus(at(tenantId).uploads, id)),
    append: (tenantId, id, offset, content) =>
      whileFree(busy, uploadKey(tenantId, id), () => appendUpload(at(tenantId).uploads, id, offset, content)),
    finish: (tenantId, id) => {
      const key = uploadKey(tenantId, id)
      const known = endings.get(key)
      if (known !== undefined) return known
      const ending = whileFree(busy, key, () => finishUpload(at(tenantId), id, limits)).finally(() =>
        endings.delete(key),
      )
      endings.set(key, ending)
      return ending
    },
    sweep: (tenantId, before) =>
      inTurn(tenantId, () =>
        withDisk(async () => {
          const isFree = (id: UploadId) => !busy.has(uploadKey(tenantId, id))
          return accepted(await sweepUploads(at(tenantId).uploads, before, isFree))
        }),
      ),
    hasBrought: (tenantId, personId, digest) =>
      withDisk(async () => accepted(await isBringer(at(tenantId).bringers, personId, digest))),
    stat: (tenantId, digest) => withBlob(at(tenantId), digest, async ({ file }) => accepted(file)),
    open: (tenantId, digest, asked) =>
      withBlob(at(tenantId), digest, async ({ path, file }) => {
        const range = rangeWithin(asked, file.bytes)
        if (range === null) return refusedEvidence({ code: 'evidence-range-wrong', bytes: file.bytes })
        return accepted({ file, range, content: readPieces(path, range) })
      }),
    list: (tenantId, after, limit) => withDisk(async () => accepted(await listBlobs(at(tenantId).blobs, after, limit))),
    verify: (tenantId, digest) =>
      withBlob(at(tenantId), digest, async ({ path, file }) => {
        const now = await digestFile(path)
        if (now.digest === digest) return accepted(file)
        return refusedEvidence({ code: 'evidence-corrupted', digest, found: now.digest, bytes: now.bytes })
      }),
  }
}

async function withBlob<Value>(
  folder: TenantFolder,
  digest: Digest,
  act: (blob: { readonly path: string; readonly file: EvidenceFile }) => Promise<EvidenceOutcome<Value>>,
): Promise<EvidenceOutcome<Value>> {
  return withDisk(async () => {
    const blob = await findBlob(folder.blobs, digest)
    return blob === null ? refusedEvidence({ code: 'evidence-missing', digest }) : act(blob)
  })
}
