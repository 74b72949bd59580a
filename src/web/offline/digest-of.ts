import type { Digest } from '../../core/ledger/chain.ts'
import { sha256 } from './sha256.ts'

/** SHA-256 of a file as the server takes it. */
export async function digestOf(content: Blob): Promise<Digest> {
  const bytes = new Uint8Array(await content.arrayBuffer())
  if (!('subtle' in crypto)) return sha256(bytes) as Digest
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') as Digest
}
