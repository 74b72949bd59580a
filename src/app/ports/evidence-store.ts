import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Brand } from '../../core/kernel/brand.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { EvidenceKind } from './evidence-kind.ts'
import type { EvidenceOutcome } from './evidence-refusals.ts'

/**
 * Files that prove, by the SHA-256 of their content. Every method names the tenant first and sees nothing of another.
 * A file comes as an upload that may break off and resume; once finished it is sealed: nothing changes or removes it.
 * What a method has answered is kept for good, whole; a file that is not finished is never seen by the reading methods.
 * A folder takes uploads from one process, a bucket from any number; any number may read either.
 */
export interface EvidenceStore {
  /**
   * The id is made by the client; the same declaration again answers where the upload stands, another one under the same id
   * is refused (`upload-id-taken`).
   */
  readonly begin: (
    tenantId: TenantId,
    id: UploadId,
    declared: UploadDeclaration,
  ) => Promise<EvidenceOutcome<UploadStatus>>
  readonly status: (tenantId: TenantId, id: UploadId) => Promise<EvidenceOutcome<UploadStatus>>
  /**
   * Takes the bytes that follow `offset`, which must be where the upload stands (else `upload-offset-wrong`, with the
   * right one). A stream that breaks off keeps what arrived and is refused as `upload-broke-off`, with the new offset.
   */
  readonly append: (
    tenantId: TenantId,
    id: UploadId,
    offset: number,
    content: AsyncIterable<Uint8Array>,
  ) => Promise<EvidenceOutcome<UploadStatus>>
  /**
   * Digests, sniffs and seals what arrived. Asked again it answers the same, until it is swept; a file that was refused
   * for what it is stays refused and its bytes are gone.
   */
  readonly finish: (tenantId: TenantId, id: UploadId) => Promise<EvidenceOutcome<EvidenceFile>>
  /** Of these tenants, those that have uploads begun before the time. */
  readonly dueTenants: (
    tenants: readonly TenantId[],
    before: Timestamp,
  ) => Promise<EvidenceOutcome<readonly TenantId[]>>
  /** Removes uploads begun before the time and what is remembered of finished ones, never a sealed file; how many. */
  readonly sweep: (tenantId: TenantId, before: Timestamp) => Promise<EvidenceOutcome<number>>

  /** Whether an upload of the person's was sealed as this file. Who has only heard of a digest has not brought the file. */
  readonly hasBrought: (tenantId: TenantId, personId: PersonId, digest: Digest) => Promise<EvidenceOutcome<boolean>>
  readonly stat: (tenantId: TenantId, digest: Digest) => Promise<EvidenceOutcome<EvidenceFile>>
  /** `null` reads all of it. Reading does not check the content: `verify` does. */
  readonly open: (tenantId: TenantId, digest: Digest, range: ByteRange | null) => Promise<EvidenceOutcome<OpenEvidence>>
  /** Sealed files in order of their digests, at most `limit` of them after `after`. */
  readonly list: (
    tenantId: TenantId,
    after: Digest | null,
    limit: number,
  ) => Promise<EvidenceOutcome<readonly EvidenceFile[]>>
  /** Digests the content again; `evidence-corrupted` where it is not what was sealed. */
  readonly verify: (tenantId: TenantId, digest: Digest) => Promise<EvidenceOutcome<EvidenceFile>>
}

export type UploadId = Brand<string, 'UploadId'>

/** 8 to 64 lower-case letters, digits, `-` and `_`, such as a UUID; `null` for anything else. */
export function parseUploadId(text: string): UploadId | null {
  return /^[0-9a-z][0-9a-z_-]{7,63}$/.test(text) ? (text as UploadId) : null
}

/** What the client says is coming. `digest` is null where it has not computed one. */
export interface UploadDeclaration {
  readonly by: PersonId
  readonly name: string
  readonly bytes: number
  readonly digest: Digest | null
  readonly begunAt: Timestamp
}

/** `offset` is how many bytes are held; `file` is set once the upload is finished. */
export interface UploadStatus {
  readonly declared: UploadDeclaration
  readonly offset: number
  readonly file: EvidenceFile | null
}

export interface EvidenceFile {
  readonly digest: Digest
  readonly bytes: number
  readonly kind: EvidenceKind
}

/** From `start`, up to and without `end`. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** Nothing is held open before `content` is read, and it can be read once. A failing disk throws while it is read. */
export interface OpenEvidence {
  readonly file: EvidenceFile
  readonly range: ByteRange
  readonly content: AsyncIterable<Uint8Array>
}
