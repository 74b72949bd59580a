import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Refusal } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { EvidenceRefusal } from './evidence-refusals.ts'
import type { UploadDeclaration, UploadId } from './evidence-store.ts'
import type { SourceFile } from './record-store.ts'

/**
 * Files with operational records on their way into the record store. They come as evidence does, in pieces that may break
 * off and resume, but they are no evidence: they hold personal data as the source wrote it, so they lie here only until
 * they were imported, or for a few days. Every method names the tenant first and sees nothing of another.
 */
export interface RecordUploads {
  /** As `EvidenceStore.begin`; refused by size before anything is sent. */
  readonly begin: (
    tenantId: TenantId,
    id: UploadId,
    declared: UploadDeclaration,
  ) => Promise<RecordUploadOutcome<RecordUpload>>
  readonly status: (tenantId: TenantId, id: UploadId) => Promise<RecordUploadOutcome<RecordUpload>>
  /** As `EvidenceStore.append`. */
  readonly append: (
    tenantId: TenantId,
    id: UploadId,
    offset: number,
    content: AsyncIterable<Uint8Array>,
  ) => Promise<RecordUploadOutcome<RecordUpload>>
  /** Digests what arrived; a file that is not what was declared is removed. Asked again it answers the same. */
  readonly finish: (tenantId: TenantId, id: UploadId) => Promise<RecordUploadOutcome<RecordUpload>>
  /** Where a finished file lies, for the record store to read. */
  readonly locate: (tenantId: TenantId, id: UploadId) => Promise<RecordUploadOutcome<SourceFile>>
  /** Removes it, in whatever state; no failure where there is none. */
  readonly remove: (tenantId: TenantId, id: UploadId) => Promise<RecordUploadOutcome<null>>
  /** Of these tenants, those that have files begun before the time, or copies here of what another node may have removed. */
  readonly dueTenants: (
    tenants: readonly TenantId[],
    before: Timestamp,
  ) => Promise<RecordUploadOutcome<readonly TenantId[]>>
  /** Removes what was begun before the time, finished or not, except what `isInUse`; how many. */
  readonly sweep: (
    tenantId: TenantId,
    before: Timestamp,
    isInUse: (id: UploadId) => boolean,
  ) => Promise<RecordUploadOutcome<number>>
}

/** `offset` is how many bytes are held; `digest` is set once the file is finished. */
export interface RecordUpload {
  readonly declared: UploadDeclaration
  readonly offset: number
  readonly digest: Digest | null
}

export type RecordUploadOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: EvidenceRefusal | Refusal<'file-too-large'> }
