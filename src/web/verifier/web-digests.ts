import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import smCrypto from 'sm-crypto'
import type { Digest, DigestOf } from '../../core/ledger/chain.ts'
import type { Digests, DigestsBy, RunningDigest } from '../../core/proof/digests.ts'

/**
 * Digests in a browser, by packages: its own are made asynchronously, know no SM3, and are missing where the page came over plain
 * HTTP, which is where most offices are.
 */
export const webDigests: DigestsBy = (algorithm) => (algorithm === 'sm3' ? SM3 : SHA256)

const utf8 = new TextEncoder()

const SHA256: Digests = {
  of: (text) => bytesToHex(sha256(utf8.encode(text))) as Digest,
  start: () => {
    const running = sha256.create()
    return {
      add: (text) => void running.update(utf8.encode(text)),
      digest: () => bytesToHex(running.clone().digest()) as Digest,
    }
  },
}

const sm3Of: DigestOf = (text) => smCrypto.sm3(text) as Digest

/** The package digests whole texts only. */
const SM3: Digests = {
  of: sm3Of,
  start: (): RunningDigest => {
    const pieces: string[] = []
    return { add: (text) => void pieces.push(text), digest: () => sm3Of(pieces.join('')) }
  },
}
