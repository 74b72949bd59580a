import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Digest } from '../../core/ledger/chain.ts'

/**
 * SHA-256 of a file as the server takes it. `crypto.subtle` is missing on plain HTTP on a bare address, and a photo whose
 * digest nobody took at capture could not be confirmed later.
 */
export async function digestOf(content: Blob): Promise<Digest> {
  const bytes = new Uint8Array(await content.arrayBuffer())
  const hash = 'subtle' in crypto ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : sha256(bytes)
  return bytesToHex(hash) as Digest
}
