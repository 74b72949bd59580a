import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { ChainHead, Digest, DigestAlgorithm } from '../../core/ledger/chain.ts'
import type { Verification } from '../../core/proof/verification.ts'
import type { Anchor } from '../../core/proof/verify-anchor.ts'
import type { ShortCode } from '../../core/scoring/verification-code.ts'

/** What the page asks of the verifier, which runs beside it and talks to nobody else. */
export type VerifierAsk =
  | { readonly kind: 'bundle'; readonly askId: number; readonly file: Blob; readonly anchor: Anchor }
  | { readonly kind: 'codes'; readonly askId: number; readonly sheets: PublishedSheets }

export type VerifierSay =
  | { readonly kind: 'read'; readonly askId: number; readonly bytes: number }
  | { readonly kind: 'verified'; readonly askId: number; readonly verification: Verification }
  | { readonly kind: 'codes'; readonly askId: number; readonly codes: readonly CodeOfSheet[] }
  | { readonly kind: 'failed'; readonly askId: number; readonly message: string }

/** Sheets that did not change between the heads. */
export interface PublishedSheets {
  readonly algorithm: DigestAlgorithm
  readonly heads: readonly ChainHead[]
  readonly sheets: readonly { readonly centerId: CenterId; readonly digest: Digest }[]
}

export interface CodeOfSheet {
  readonly centerId: CenterId
  readonly seq: number
  readonly code: ShortCode
}
