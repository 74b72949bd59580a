import type { DigestAlgorithm, DigestOf } from '../../core/ledger/chain.ts'

/** How digests are made: SHA-256, or SM3 where the office asks for it. */
export type Digester = (algorithm: DigestAlgorithm) => DigestOf
