import { canonicalJson } from '../kernel/canonical-json.ts'
import type { ChainEntry, Digest } from '../ledger/chain.ts'
import type { BundleRecord } from './bundle-record.ts'

/** A record as its line, without the line end. */
export function recordLine(record: BundleRecord): string {
  return canonicalJson(record)
}

/** The line of an entry whose body is text already: what `recordLine` would make of it, and what `bodyIn` takes apart. */
export function entryLine({ seq, body, bodyDigest, digest }: ChainEntry): string {
  return `${entryHead(bodyDigest, digest)}${body ?? 'null'}${entryTail(seq)}`
}

/** The body within the line of an entry, which must be canonical. */
export function bodyIn(line: string, seq: number): string {
  return line.slice(HEAD_LENGTH, line.length - entryTail(seq).length)
}

function entryHead(bodyDigest: Digest, digest: Digest): string {
  return `{"bodyDigest":"${bodyDigest}","digest":"${digest}","event":`
}

function entryTail(seq: number): string {
  return `,"kind":"entry","seq":${seq}}`
}

const HEAD_LENGTH = entryHead('0'.repeat(64) as Digest, '0'.repeat(64) as Digest).length
