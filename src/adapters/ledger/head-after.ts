import type { ChainEntry, ChainHead } from '../../core/ledger/chain.ts'

/** Where a ledger stands after the entries. Throws where they do not follow `expected` and each other: a bug. */
export function headAfter(expected: ChainHead, entries: readonly ChainEntry[]): ChainHead {
  let { seq, digest } = expected
  for (const entry of entries) {
    if (entry.seq !== seq + 1 || entry.previous !== digest) throw new Error(`entry ${entry.seq} does not follow ${seq}`)
    ;({ seq, digest } = entry)
  }
  if (entries.length === 0) throw new Error('nothing to append')
  return { seq, digest }
}
