import type { Digest } from '../../core/ledger/chain.ts'
import type { EvidenceOutcome } from './evidence-refusals.ts'

/**
 * Everything that is sealed, of all tenants, by names that are the same wherever it lies: for copying it from one place to
 * another as it is. A name holds the tenant as the place writes it, and the digest: `TENANT/blobs/ab/abcdef….jpg`, and
 * `TENANT/bringers/abcdef….…` for who brought it.
 */
export interface SealedEvidence {
  /** As a person knows it. */
  readonly place: string
  readonly tenants: () => Promise<EvidenceOutcome<readonly string[]>>
  /** In order of their names, some of those after `after`; none only where there are no more. */
  readonly sealed: (tenant: string, after: SealedObject | null) => Promise<EvidenceOutcome<readonly SealedObject[]>>
  /** Whether there is one of the name, as long as this one. */
  readonly holds: (sealed: SealedObject) => Promise<EvidenceOutcome<boolean>>
  /** Nothing is held open before the first piece is asked for; a place that fails throws while it is read. */
  readonly read: (sealed: SealedObject) => AsyncIterable<Uint8Array>
  /** Whole or not at all; refused as `evidence-corrupted` where the content does not have the digest. */
  readonly write: (sealed: SealedObject, content: AsyncIterable<Uint8Array>) => Promise<EvidenceOutcome<null>>
  /** Of the content as it is now. */
  readonly digested: (sealed: SealedObject) => Promise<EvidenceOutcome<Digest>>
}

export interface SealedObject {
  readonly name: string
  readonly bytes: number
  readonly digest: Digest
  /** Who brought a file: a name without content. */
  readonly isNote: boolean
}
