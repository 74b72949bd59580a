import { accepted } from '../../core/kernel/outcome.ts'
import { genesisOf, type ChainHead, type LedgerHeader, type WholeEntry } from '../../core/ledger/chain.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { readChain } from '../../core/ledger/read-chain.ts'
import type { Digests } from '../../core/proof/digests.ts'
import { storeFault } from '../ports/store-fault.ts'
import type { BundleSource, ProofOutcome } from './bundle-source.ts'

/**
 * Every entry from the first to `upTo` (null: as far as there are), with its chain checked on the way, so that nothing
 * broken is ever handed out as proof. Answers where it ended.
 */
export async function readWholeLedger(
  { header, entries }: BundleSource,
  upTo: number | null,
  digests: Digests,
  take: (entry: WholeEntry, event: LedgerEvent) => void | Promise<void>,
): Promise<ProofOutcome<ChainHead>> {
  let head = genesisOf(header, digests.of)
  for (;;) {
    if (head.seq === upTo) return accepted(head)
    const page = await entries(head.seq)
    if (!page.ok) return page
    const wanted = page.value.filter(({ seq }) => upTo === null || seq <= upTo)
    if (wanted.length === 0) {
      if (upTo === null) return accepted(head)
      return broken(header, '导出途中变短了')
    }
    const read = readChain(head, wanted, digests.of)
    if (!read.ok) return broken(header, read.refusal.message)
    for (const [at, entry] of wanted.entries()) {
      const event = read.value.events[at]
      if (event) await take(entry, event)
    }
    head = read.value.head
  }
}

function broken({ assessmentId }: LedgerHeader, detail: string) {
  return storeFault('store-corrupted', `考核 ${assessmentId} 的台账`, detail)
}
