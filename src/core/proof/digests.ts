import type { Digest, DigestAlgorithm, DigestOf } from '../ledger/chain.ts'

/** How digests are made on this platform: of one text, and of a text that comes piece by piece. */
export interface Digests {
  readonly of: DigestOf
  readonly start: () => RunningDigest
}

export type DigestsBy = (algorithm: DigestAlgorithm) => Digests

export interface RunningDigest {
  readonly add: (text: string) => void
  readonly digest: () => Digest
}
