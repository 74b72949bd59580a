import { createHash, getHashes } from 'node:crypto'
import type { Digest } from '../../core/ledger/chain.ts'
import type { DigestsBy, RunningDigest } from '../../core/proof/digests.ts'
import { nodeDigester, packagedSm3 } from './node-digester.ts'

/** Digests of whole texts and of texts that come piece by piece. */
export const nodeDigests: DigestsBy = (algorithm) => ({
  of: nodeDigester(algorithm),
  start: () => (getHashes().includes(algorithm) ? running(algorithm) : packaged()),
})

/** Small pieces are gathered: each call into OpenSSL costs as much as a digest of a few hundred bytes. */
const GATHERED = 65_536

function running(algorithm: string): RunningDigest {
  const hash = createHash(algorithm)
  let gathered = ''
  return {
    add: (text) => {
      gathered += text
      if (gathered.length < GATHERED) return
      hash.update(gathered, 'utf8')
      gathered = ''
    },
    digest: () => hash.update(gathered, 'utf8').digest('hex') as Digest,
  }
}

/** The package digests whole texts only. */
function packaged(): RunningDigest {
  const pieces: string[] = []
  return { add: (text) => pieces.push(text), digest: () => packagedSm3(pieces.join('')) }
}
