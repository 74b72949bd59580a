import { createHash } from 'node:crypto'
import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceFault, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type {
  EvidenceFile,
  EvidenceStore,
  UploadDeclaration,
  UploadId,
  UploadStatus,
} from '../../app/ports/evidence-store.ts'
import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { admitEvidence, declarationFault } from './admit-evidence.ts'
import { memorySource } from './byte-source.ts'
import { isSameDeclaration, rangeWithin } from './upload-rules.ts'

/** Evidence of one process's life, for tests and trials. */
export function memoryEvidence(limits: EvidenceLimits): EvidenceStore {
  const tenants = new Map<TenantId, Shelf>()
  const shelfOf = (tenantId: TenantId): Shelf => {
    const shelf = tenants.get(tenantId) ?? emptyShelf()
    tenants.set(tenantId, shelf)
    return shelf
  }
  const blobOf = (tenantId: TenantId, digest: Digest) => shelfOf(tenantId).blobs.get(digest)
  return {
    begin: async (tenantId, id, declared) => begin(shelfOf(tenantId).uploads, id, declared, limits),
    status: async (tenantId, id) => withUpload(shelfOf(tenantId), id, (upload) => accepted(statusOf(upload))),
    append: async (tenantId, id, offset, content) =>
      withUpload(shelfOf(tenantId), id, (upload) => append(upload, offset, content)),
    finish: async (tenantId, id) =>
      withUpload(shelfOf(tenantId), id, (upload) => finish(shelfOf(tenantId), upload, limits)),
    dueTenants: async (tenants, before) =>
      accepted(
        tenants.filter((one) => [...shelfOf(one).uploads.values()].some(({ declared }) => declared.begunAt < before)),
      ),
    sweep: async (tenantId, before) => {
      const { uploads } = shelfOf(tenantId)
      const old = [...uploads].filter(([, upload]) => upload.declared.begunAt < before && !upload.isBusy)
      for (const [id] of old) uploads.delete(id)
      return accepted(old.length)
    },
    hasBrought: async (tenantId, personId, digest) =>
      accepted(shelfOf(tenantId).bringers.get(digest)?.has(personId) === true),
    stat: async (tenantId, digest) => {
      const blob = blobOf(tenantId, digest)
      return blob === undefined ? missing(digest) : accepted(blob.file)
    },
    open: async (tenantId, digest, asked) => {
      const blob = blobOf(tenantId, digest)
      if (blob === undefined) return missing(digest)
      const range = rangeWithin(asked, blob.content.length)
      if (range === null) return refusedEvidence({ code: 'evidence-range-wrong', bytes: blob.content.length })
      return accepted({ file: blob.file, range, content: once(blob.content.subarray(range.start, range.end)) })
    },
    list: async (tenantId, after, limit) => {
      const digests = [...shelfOf(tenantId).blobs.keys()]
        .filter((digest) => after === null || digest > after)
        .toSorted()
      return accepted(digests.slice(0, limit).flatMap((digest) => blobOf(tenantId, digest)?.file ?? []))
    },
    verify: async (tenantId, digest) => {
      const blob = blobOf(tenantId, digest)
      if (blob === undefined) return missing(digest)
      const now = sha256(blob.content)
      if (now === digest) return accepted(blob.file)
      return refusedEvidence({ code: 'evidence-corrupted', digest, found: now, bytes: blob.content.length })
    },
  }
}

interface Shelf {
  readonly uploads: Map<UploadId, Upload>
  readonly blobs: Map<Digest, Blob>
  readonly bringers: Map<Digest, Set<PersonId>>
}

function emptyShelf(): Shelf {
  return { uploads: new Map(), blobs: new Map(), bringers: new Map() }
}

interface Upload {
  readonly declared: UploadDeclaration
  held: Uint8Array[]
  offset: number
  isBusy: boolean
  /** Shared by all who ask for the end, so that it comes once. */
  ending: Promise<EvidenceOutcome<EvidenceFile>> | null
  file: EvidenceFile | null
}

interface Blob {
  readonly file: EvidenceFile
  readonly content: Uint8Array
}

type Answer<Value> = Promise<EvidenceOutcome<Value>> | EvidenceOutcome<Value>

function withUpload<Value>(shelf: Shelf, id: UploadId, act: (upload: Upload) => Answer<Value>): Answer<Value> {
  const upload = shelf.uploads.get(id)
  return upload === undefined ? refusedEvidence({ code: 'upload-unknown' }) : act(upload)
}

function statusOf(upload: Upload): UploadStatus {
  return { declared: upload.declared, offset: upload.offset, file: upload.file }
}

function begin(
  uploads: Map<UploadId, Upload>,
  id: UploadId,
  declared: UploadDeclaration,
  limits: EvidenceLimits,
): EvidenceOutcome<UploadStatus> {
  const known = uploads.get(id)
  if (known !== undefined)
    return isSameDeclaration(known.declared, declared)
      ? accepted(statusOf(known))
      : refusedEvidence({ code: 'upload-id-taken' })
  const fault = declarationFault(declared, limits)
  if (fault !== null) return refusedEvidence(fault)
  const unfinished = [...uploads.values()].filter(
    (upload) => upload.declared.by === declared.by && upload.ending === null,
  )
  if (unfinished.length >= limits.unfinished)
    return refusedEvidence({ code: 'uploads-too-many', limit: limits.unfinished })
  const upload: Upload = { declared, held: [], offset: 0, isBusy: false, ending: null, file: null }
  uploads.set(id, upload)
  return accepted(statusOf(upload))
}

async function append(
  upload: Upload,
  offset: number,
  content: AsyncIterable<Uint8Array>,
): Promise<EvidenceOutcome<UploadStatus>> {
  if (upload.ending !== null) return refusedEvidence({ code: 'upload-finished' })
  if (upload.isBusy) return refusedEvidence({ code: 'upload-busy' })
  if (offset !== upload.offset) return refusedEvidence({ code: 'upload-offset-wrong', offset: upload.offset })
  upload.isBusy = true
  try {
    for await (const piece of content) {
      if (upload.offset + piece.length > upload.declared.bytes)
        return refusedEvidence({ code: 'upload-size-differs', bytes: upload.declared.bytes })
      upload.held.push(Uint8Array.from(piece))
      upload.offset += piece.length
    }
    return accepted(statusOf(upload))
  } catch {
    return refusedEvidence({ code: 'upload-broke-off', offset: upload.offset })
  } finally {
    upload.isBusy = false
  }
}

async function finish(shelf: Shelf, upload: Upload, limits: EvidenceLimits): Promise<EvidenceOutcome<EvidenceFile>> {
  if (upload.ending !== null) return upload.ending
  if (upload.isBusy) return refusedEvidence({ code: 'upload-busy' })
  if (upload.offset < upload.declared.bytes)
    return refusedEvidence({ code: 'upload-incomplete', offset: upload.offset, bytes: upload.declared.bytes })
  upload.ending = seal(shelf, upload, limits)
  return upload.ending
}

async function seal(shelf: Shelf, upload: Upload, limits: EvidenceLimits): Promise<EvidenceOutcome<EvidenceFile>> {
  const content = Buffer.concat(upload.held)
  upload.held = []
  const digest = sha256(content)
  const admitted = await admitEvidence(upload.declared, digest, memorySource(content), limits)
  if (!admitted.ok) return refusedEvidence(admitted.fault)
  const file = { digest, bytes: content.length, kind: admitted.kind }
  shelf.blobs.set(digest, { file, content })
  shelf.bringers.set(digest, (shelf.bringers.get(digest) ?? new Set()).add(upload.declared.by))
  upload.file = file
  return accepted(file)
}

function missing(digest: Digest): ReturnType<typeof refusedEvidence> {
  const fault: EvidenceFault = { code: 'evidence-missing', digest }
  return refusedEvidence(fault)
}

async function* once(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content
}

function sha256(content: Uint8Array): Digest {
  return createHash('sha256').update(content).digest('hex') as Digest
}
