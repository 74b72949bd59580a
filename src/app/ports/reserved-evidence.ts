import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { UploadId } from './evidence-store.ts'
import type { Stored } from './store-fault.ts'

/**
 * Room of a district's quota of evidence that uploads take while they are sealed, and until the sealed files are counted again:
 * shared by every node that seals, so that what is left is never given twice.
 */
export interface ReservedEvidence {
  /** Asked before sealed files are counted: whatever is sealed by now is among them, and what is not counts beside them. */
  readonly mark: (tenantId: TenantId) => Promise<Stored<EvidenceMark>>
  /** In bytes, of what was being sealed at the mark or began to be since. */
  readonly since: (tenantId: TenantId, mark: EvidenceMark) => Promise<Stored<number>>
  /** The same upload again takes no room of its own: `known`. `full` where it is too much; then nothing is reserved. */
  readonly reserve: (
    tenantId: TenantId,
    id: UploadId,
    wish: ReservationWish,
  ) => Promise<Stored<'reserved' | 'known' | 'full'>>
  /** It counts until the files are counted again, also where its room was given back meanwhile by who sealed it at the same time in vain. */
  readonly sealed: (tenantId: TenantId, id: UploadId, bytes: number, at: Timestamp) => Promise<Stored<null>>
  /** It was not sealed: its room is free. */
  readonly release: (tenantId: TenantId, id: UploadId) => Promise<Stored<null>>
}

/** How many uploads of the district had been sealed. */
export type EvidenceMark = number

export interface ReservationWish {
  readonly bytes: number
  /** What the sealed files took together, counted after `mark`. */
  readonly listed: number
  readonly mark: EvidenceMark
  readonly quota: number
  readonly at: Timestamp
}

/** A count is not older than this: what was settled before it is in every count that is still in use. */
export const SETTLED_KEPT_SECONDS = 3_600

/** What a node reserved that died before it sealed is free again after this. */
export const UNSETTLED_KEPT_SECONDS = 86_400
