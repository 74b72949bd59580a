import type { PlainDate } from '../kernel/plain-date.ts'
import type { ChainHead } from '../ledger/chain.ts'
import type { EvidenceRecord, OpeningRecord } from './bundle-record.ts'
import type { Check } from './check-book.ts'
import type { AnchorFound } from './verify-anchor.ts'

/** What came of verifying a file. `foreign` is a file that is no bundle at all, or one of a format not known here. */
export type Verification =
  | { readonly kind: 'foreign'; readonly reason: 'empty' | 'not-bundle' | 'format-unknown' }
  | {
      readonly kind: 'verified'
      readonly opening: OpeningRecord
      readonly about: BundleSubject
      readonly checks: readonly Check[]
      /** Whether every check holds. */
      readonly holds: boolean
      readonly head: ChainHead
      readonly anchor: { readonly head: AnchorFound | null; readonly code: AnchorFound | null }
      readonly sheets: readonly VerifiedSheet[]
      readonly evidence: readonly EvidenceRecord[]
    }

/** What the file says it is about; null as far as nothing readable says it. */
export interface BundleSubject {
  readonly title: string | null
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly lines: number
  readonly withheld: number
  readonly centers: ReadonlyMap<string, string>
}

/** As recomputed here, not as stated. */
export interface VerifiedSheet {
  readonly centerId: string
  readonly centerName: string
  readonly score: number
  readonly isSettled: boolean
  readonly code: string
}
