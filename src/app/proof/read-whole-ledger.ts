import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { genesisOf, type ChainHead, type WholeEntry } from '../../core/ledger/chain.ts'
import { findChainBreak } from '../../core/ledger/find-chain-break.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { upcastEvent } from '../../core/ledger/upcast.ts'
import type { Digests } from '../../core/proof/digests.ts'
import type { BundleSource } from './bundle-source.ts'

/**
 * Every entry from the first to `upTo` (null: as far as there are), with its chain checked on the way, so that nothing
 * broken is ever handed out as proof. Answers where it ended.
 */
export async function readWholeLedger(
  { header, entries }: BundleSource,
  upTo: number | null,
  digests: Digests,
  take: (entry: WholeEntry, event: LedgerEvent) => void | Promise<void>,
): Promise<Outcome<ChainHead>> {
  let head = genesisOf(header, digests.of)
  for (;;) {
    if (head.seq === upTo) return accepted(head)
    const page = await entries(head.seq)
    if (!page.ok) return page
    const wanted = page.value.filter(({ seq }) => upTo === null || seq <= upTo)
    if (wanted.length === 0) {
      if (upTo === null) return accepted(head)
      return refused(
        'ledger-shorter',
        `台账 ${header.assessmentId} 在导出时变短了，没有导出；请运行 mingheng check 查明`,
      )
    }
    const broken = findChainBreak(head, wanted, digests.of)
    if (broken !== null)
      return refused(
        'ledger-broken',
        `台账 ${header.assessmentId} 第 ${broken.seq} 号起与它的摘要链不符，没有导出；请运行 mingheng check 查明，并从备份恢复`,
      )
    for (const entry of wanted) {
      const event = upcastEvent(JSON.parse(entry.body), entry.seq)
      if (!event.ok) return event
      await take(entry, event.value)
      head = { seq: entry.seq, digest: entry.digest }
    }
  }
}
