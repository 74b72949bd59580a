import { linkDigest, type ChainEntry, type ChainHead, type DigestOf } from './chain.ts'

/** Where entries stop being what the chain says, and in what. */
export interface ChainBreak {
  readonly seq: number
  readonly kind: ChainBreakKind
}

/**
 * `seq`: an entry is missing, doubled or out of order. `body`: the event is not the one that was written. `previous`: it
 * follows another entry than the one before it. `digest`: its own digest does not come from the two.
 */
export type ChainBreakKind = 'seq' | 'body' | 'previous' | 'digest'

/**
 * Recomputes the chain over entries that are to follow `after`, and answers the first break, or null where all hold. Of a body
 * that is withheld only its digest can be checked. That the body's own `seq` is the entry's is for whoever parses it.
 */
export function findChainBreak(after: ChainHead, entries: Iterable<ChainEntry>, digestOf: DigestOf): ChainBreak | null {
  let { seq, digest } = after
  for (const entry of entries) {
    seq += 1
    const kind = breakIn(entry, seq, digest, digestOf)
    if (kind !== null) return { seq, kind }
    digest = entry.digest
  }
  return null
}

function breakIn(entry: ChainEntry, seq: number, previous: string, digestOf: DigestOf): ChainBreakKind | null {
  if (entry.seq !== seq) return 'seq'
  if (entry.body !== null && digestOf(entry.body) !== entry.bodyDigest) return 'body'
  if (entry.previous !== previous) return 'previous'
  return linkDigest(entry.previous, entry.bodyDigest, digestOf) === entry.digest ? null : 'digest'
}
