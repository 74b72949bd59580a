import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { DataSetName } from '../../core/records/data-set.ts'

/** The records of a whole office on their way from where they lie to other shards, or from or to its folder. */
export interface RecordMove {
  /** What people know the two by. */
  readonly from: string
  readonly to: string
  readonly look: () => Promise<Outcome<RecordMoveOutlook>>
  /**
   * Brings what is not there yet, counts it, reads it back and holds the one against the other; may be broken off at any
   * moment and begun again. Nobody reads of it before `switchOver`. `tell` hears how many records were brought.
   */
  readonly carry: (carrying: Carrying) => Promise<Outcome<readonly CarriedMonth[]>>
  /** From one moment on, everything is read where it was brought; false, and nothing has changed, where an import came in between. */
  readonly switchOver: (at: Timestamp) => Promise<Outcome<boolean>>
  /** Removes what is left where the records were; `tell` hears how many districts are through. */
  readonly forget: (tell: (districts: number) => void) => Promise<Outcome<null>>
}

export interface Carrying {
  readonly at: Timestamp
  /** Takes what the shards have for what was imported, where it no longer has the digest of the import. */
  readonly asHeld: boolean
  readonly signal: AbortSignal
  /** So many files at a time at most; as many as are worth it where it is not given. */
  readonly most?: number
  readonly tell: (records: number) => void
}

export interface RecordMoveOutlook {
  readonly months: number
  /** Versions that were replaced too. */
  readonly records: number
  /** As files of a folder. */
  readonly fileBytes: number
  /** On the disks of the shards that they lie on; null where they lie in the folder. */
  readonly shardBytes: number | null
  /** Brought before, by a move that broke off, and still there. */
  readonly placed: number
  /** All is read where it was brought already; only what is left behind may have to be removed. */
  readonly isOver: boolean
}

/** One file of records: a month that holds, or the versions that one import replaced, with an empty `month`. */
export interface CarriedMonth {
  readonly tenantId: TenantId
  readonly dataSet: DataSetName
  readonly month: string
  readonly records: number
  /** SHA-256 of the file that the rows make, as it was read and as it was read back. */
  readonly digest: Digest
  /** Whether that is the digest that the import noted. */
  readonly isAsImported: boolean
}
