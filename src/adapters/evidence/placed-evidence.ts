import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { EvidenceFile, EvidenceStore, UploadDeclaration, UploadId } from '../../app/ports/evidence-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { declarationFault } from './admit-evidence.ts'
import { appendUpload } from './append-upload.ts'
import { beginUpload, sweepUploads, uploadStatus } from './begin-upload.ts'
import type { EvidencePlace, SealedBlob } from './evidence-place.ts'
import { finishUpload } from './finish-upload.ts'
import { turns, uploadKey, whileFree } from './one-at-a-time.ts'
import { rangeWithin } from './upload-rules.ts'

/**
 * Evidence wherever it lies. Within a process one upload is taken a piece at a time, so that a second one is told to wait; where
 * several processes write, it is the place that lets one of them win.
 */
export function placedEvidence(place: EvidencePlace, limits: EvidenceLimits): EvidenceStore {
  const { uploads, dueTenants, blobs, guard } = place
  const busy = new Set<string>()
  const endings = new Map<string, Promise<EvidenceOutcome<EvidenceFile>>>()
  const inTurn = turns()
  const admission = {
    faultOf: (declared: UploadDeclaration) => declarationFault(declared, limits),
    unfinished: limits.unfinished,
  }
  const withBlob = async <Value>(
    tenantId: TenantId,
    digest: Digest,
    act: (blob: SealedBlob) => Promise<EvidenceOutcome<Value>>,
  ): Promise<EvidenceOutcome<Value>> =>
    guard(async () => {
      const blob = await blobs(tenantId).find(digest)
      return blob === null ? refusedEvidence({ code: 'evidence-missing', digest }) : act(blob)
    })
  return {
    begin: (tenantId, id, declared) =>
      inTurn(tenantId, () => guard(() => beginUpload(uploads(tenantId), id, declared, admission))),
    status: (tenantId, id) => guard(() => uploadStatus(uploads(tenantId), id)),
    append: (tenantId, id, offset, content) =>
      whileFree(busy, uploadKey(tenantId, id), () => guard(() => appendUpload(uploads(tenantId), id, offset, content))),
    finish: (tenantId, id) => {
      const key = uploadKey(tenantId, id)
      const known = endings.get(key)
      if (known !== undefined) return known
      const finish = () => guard(() => finishUpload(uploads(tenantId), blobs(tenantId), id, limits))
      const ending = whileFree(busy, key, finish).finally(() => endings.delete(key))
      endings.set(key, ending)
      return ending
    },
    dueTenants: (tenants, before) => guard(async () => accepted(await dueTenants(tenants, before))),
    sweep: (tenantId, before) =>
      inTurn(tenantId, () =>
        guard(async () => {
          const isFree = (id: UploadId) => !busy.has(uploadKey(tenantId, id))
          return accepted(await sweepUploads(uploads(tenantId), before, isFree))
        }),
      ),
    hasBrought: (tenantId, personId, digest) =>
      guard(async () => accepted(await blobs(tenantId).isBringer(personId, digest))),
    stat: (tenantId, digest) => withBlob(tenantId, digest, async ({ file }) => accepted(file)),
    open: (tenantId, digest, asked) =>
      withBlob(tenantId, digest, async ({ file, read }) => {
        const range = rangeWithin(asked, file.bytes)
        if (range === null) return refusedEvidence({ code: 'evidence-range-wrong', bytes: file.bytes })
        return accepted({ file, range, content: read(range) })
      }),
    list: (tenantId, after, limit) => guard(async () => accepted(await blobs(tenantId).list(after, limit))),
    verify: (tenantId, digest) =>
      withBlob(tenantId, digest, async ({ file, digested }) => {
        const now = await digested()
        if (now.digest === digest) return accepted(file)
        return refusedEvidence({ code: 'evidence-corrupted', digest, found: now.digest, bytes: now.bytes })
      }),
  }
}
