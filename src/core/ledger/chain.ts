/**
 * The chain that makes tampering show. An entry's digest covers the digest of the entry before and the digest of its
 * body; the body is the event as canonical JSON. Since only the body's digest enters, a body can be withheld from a reader
 * who may not see it and the chain still holds. The first entry follows the genesis: the digest of the header, which
 * binds the assessment, the rubric and the notice. How digests are made (SHA-256, SM3) arrives as a function.
 */
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Brand } from '../kernel/brand.ts'
import type { AssessmentId, TenantId } from '../kernel/identifiers.ts'
import type { LedgerEvent } from './ledger-event.ts'

/** 64 lower-case hexadecimal digits; both algorithms make 256 bits. */
export type Digest = Brand<string, 'Digest'>
export type DigestAlgorithm = 'sha256' | 'sm3'
/** Of the text's UTF-8 bytes. */
export type DigestOf = (text: string) => Digest

export interface LedgerHeader {
  readonly format: 'mingheng-ledger/1'
  readonly algorithm: DigestAlgorithm
  readonly tenantId: TenantId
  readonly assessmentId: AssessmentId
  /** Of the rubric as canonical JSON, and of the notice's text. */
  readonly rubricDigest: Digest
  readonly noticeDigest: Digest
}

/** Where a ledger stands: 0 and the genesis before the first event. */
export interface ChainHead {
  readonly seq: number
  readonly digest: Digest
}

export interface ChainEntry {
  readonly seq: number
  /** The event as canonical JSON, or null where it is withheld from this reader. */
  readonly body: string | null
  readonly bodyDigest: Digest
  readonly previous: Digest
  readonly digest: Digest
}

/** An entry as the ledger keeps it: whole. */
export type WholeEntry = ChainEntry & { readonly body: string }

export function parseDigest(text: string): Digest | null {
  return /^[0-9a-f]{64}$/.test(text) ? (text as Digest) : null
}

export function genesisOf(header: LedgerHeader, digestOf: DigestOf): ChainHead {
  return { seq: 0, digest: digestOf(canonicalJson(header)) }
}

/** The events as entries after `head`, in order; their `seq` must go on from it. Throws where it does not. */
export function linkEvents(head: ChainHead, events: readonly LedgerEvent[], digestOf: DigestOf): WholeEntry[] {
  let { seq, digest } = head
  return events.map((event) => {
    if (event.seq !== seq + 1) throw new Error(`event ${event.seq} does not follow ${seq}`)
    const body = canonicalJson(event)
    const bodyDigest = digestOf(body)
    const previous = digest
    seq = event.seq
    digest = linkDigest(previous, bodyDigest, digestOf)
    return { seq, body, bodyDigest, previous, digest }
  })
}

export function linkDigest(previous: Digest, bodyDigest: Digest, digestOf: DigestOf): Digest {
  return digestOf(`${previous}\n${bodyDigest}`)
}
