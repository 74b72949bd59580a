import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { EvidenceFile, EvidenceStore, UploadId } from '../../app/ports/evidence-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { appendUpload } from './append-upload.ts'
import { beginUpload, sweepUploads, uploadStatus } from './begin-upload.ts'
import { isBringer } from './bringers.ts'
import { digestFile, findBlob, listBlobs, readPieces } from './blob-files.ts'
import { withDisk } from './disk-fault.ts'
import { finishUpload } from './finish-upload.ts'
import { tenantFolder, type TenantFolder } from './tenant-folder.ts'
import { rangeWithin } from './upload-rules.ts'

/** Evidence in a folder: `TENANT/blobs/ab/abcdef….jpg`, `TENANT/uploads` for what is on its way, `TENANT/bringers` for who brought it. */
export function folderEvidence(root: string, limits: EvidenceLimits): EvidenceStore {
  const at = (tenantId: TenantId) => tenantFolder(root, tenantId)
  const busy = new Set<string>()
  const endings = new Map<string, Promise<EvidenceOutcome<EvidenceFile>>>()
  const inTurn = turns()
  return {
    begin: (tenantId, id, declared) =>
      inTurn(tenantId, () => withDisk(() => beginUpload(at(tenantId).uploads, id, declared, limits))),
    status: (tenantId, id) => withDisk(() => uploadStatus(at(tenantId).uploads, id)),
    append: (tenantId, id, offset, content) =>
      whileFree(busy, keyOf(tenantId, id), () => appendUpload(at(tenantId).uploads, id, offset, content)),
    finish: (tenantId, id) => {
      const key = keyOf(tenantId, id)
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
          const isFree = (id: UploadId) => !busy.has(keyOf(tenantId, id))
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

function keyOf(tenantId: TenantId, id: UploadId): string {
  return `${tenantId} ${id}`
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

/** One at a time for each upload; a second one is told so instead of waiting, or a hung connection would block its successor. */
async function whileFree<Value>(
  busy: Set<string>,
  key: string,
  act: () => Promise<EvidenceOutcome<Value>>,
): Promise<EvidenceOutcome<Value>> {
  if (busy.has(key)) return refusedEvidence({ code: 'upload-busy' })
  busy.add(key)
  try {
    return await withDisk(act)
  } finally {
    busy.delete(key)
  }
}

/** Lets what is short and counts or removes uploads of a tenant follow each other. */
function turns(): <Value>(tenantId: TenantId, act: () => Promise<Value>) => Promise<Value> {
  const last = new Map<TenantId, Promise<unknown>>()
  return async (tenantId, act) => {
    const before = last.get(tenantId)
    const turn = (async () => {
      await before?.catch(() => undefined)
      return act()
    })()
    last.set(tenantId, turn)
    return turn
  }
}
