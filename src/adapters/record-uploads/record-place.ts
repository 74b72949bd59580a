import type { UploadId } from '../../app/ports/evidence-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { ArrivingPlace, DueTenants, Guard } from '../evidence/evidence-place.ts'

/** Where record files lie on their way in: what differs between a folder and an object store. */
export interface RecordPlace {
  readonly uploads: (tenantId: TenantId) => RecordFilePlace
  readonly dueTenants: DueTenants
  readonly guard: Guard
}

/** Record files of one tenant: uploads that are kept whole and not sealed. A whole one still counts as begun. */
export interface RecordFilePlace extends ArrivingPlace {
  /** Of everything that has arrived; null where it is gone. */
  readonly digested: (id: UploadId) => Promise<Digest | null>
  /** What a file that has arrived whole was digested as; null where it has not. */
  readonly whole: (id: UploadId) => Promise<Digest | null>
  /** Takes what arrived for the whole file. */
  readonly keepWhole: (id: UploadId, digest: Digest) => Promise<void>
  /** Where the whole file can be read on this machine; null where it is gone. */
  readonly locate: (id: UploadId, digest: Digest) => Promise<string | null>
}
