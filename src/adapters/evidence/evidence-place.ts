import type { EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { ByteRange, EvidenceFile, UploadDeclaration, UploadId } from '../../app/ports/evidence-store.ts'
import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { ByteSource } from './byte-source.ts'
import type { UploadEnd } from './upload-records.ts'

/**
 * Where evidence lies: what differs between a folder and an object store. What an upload may do, what is taken and how it is
 * read is said once, over this. What a method has answered is kept for good; what a place cannot do is thrown, and `guard`
 * answers it as a refusal.
 */
export interface EvidencePlace {
  readonly uploads: (tenantId: TenantId) => UploadPlace
  readonly dueTenants: DueTenants
  readonly blobs: (tenantId: TenantId) => BlobPlace
  readonly guard: Guard
}

/** Of these tenants, those in which something was begun before the time. */
export type DueTenants = (tenants: readonly TenantId[], before: Timestamp) => Promise<readonly TenantId[]>

/** Answers what befell the place as a refusal; what is no fault of the place is a bug and is thrown on. */
export type Guard = <Value>(act: () => Promise<EvidenceOutcome<Value>>) => Promise<EvidenceOutcome<Value>>

/** Files of one tenant on their way in. */
export interface ArrivingPlace {
  /** Null where there is none, and where it was spoiled. */
  readonly declaration: (id: UploadId) => Promise<UploadDeclaration | null>
  /** Makes nothing where somebody else was first, or where the person has begun `most` that have not ended. */
  readonly create: (
    id: UploadId,
    declared: UploadDeclaration,
    most: number,
  ) => Promise<'created' | 'known' | 'too-many'>
  /** How many bytes have arrived; null where they were sealed or thrown away. */
  readonly held: (id: UploadId) => Promise<number | null>
  readonly end: (id: UploadId) => Promise<UploadEnd | null>
  /** Whoever comes first decides; the answer is the end that stands. */
  readonly writeEnd: (id: UploadId, end: UploadEnd) => Promise<UploadEnd>
  readonly writer: (id: UploadId, offset: number) => Promise<PartWriter>
  /** With what has no declaration: the remains of a beginning that was cut short. */
  readonly begunBefore: (time: Timestamp) => Promise<readonly UploadId[]>
  readonly remove: (id: UploadId) => Promise<void>
  /** Removes what processes that were killed have left behind before the time. */
  readonly tidy: (before: Timestamp) => Promise<void>
}

/** Those that are sealed in the end. */
export interface UploadPlace extends ArrivingPlace {
  /** Everything that has arrived, to be judged and sealed; null where it is gone. */
  readonly arrived: (id: UploadId) => Promise<ArrivedContent | null>
}

/** Writes behind what has arrived. */
export interface PartWriter {
  /** False where another process has written behind the same offset: nothing of this one counts any more. */
  readonly write: (piece: Uint8Array) => Promise<boolean>
  /** Keeps for good what was written; false as for `write`. */
  readonly keep: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export interface ArrivedContent {
  readonly digest: Digest
  readonly source: ByteSource
  /** Seals it as the file that it was judged to be, whole or not at all; it is no upload any more. */
  readonly seal: (file: EvidenceFile) => Promise<void>
  readonly discard: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Sealed files of one tenant, and who brought them. */
export interface BlobPlace {
  readonly find: (digest: Digest) => Promise<SealedBlob | null>
  /** In order of their digests. */
  readonly list: (after: Digest | null, limit: number) => Promise<readonly EvidenceFile[]>
  /** Noting it again changes nothing. */
  readonly noteBringer: (personId: PersonId, digest: Digest) => Promise<void>
  readonly isBringer: (personId: PersonId, digest: Digest) => Promise<boolean>
}

export interface SealedBlob {
  readonly file: EvidenceFile
  /** Nothing is held open before the first piece is asked for. Content that ends before `range` does throws. */
  readonly read: (range: ByteRange) => AsyncIterable<Uint8Array>
  /** Of the content as it is now, whatever it was sealed as. */
  readonly digested: () => Promise<{ readonly digest: Digest; readonly bytes: number }>
}
