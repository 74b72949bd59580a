import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { ChainHead, DigestOf, WholeEntry } from '../../core/ledger/chain.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { readChain } from '../../core/ledger/read-chain.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import { storeFault, type StoreFaultCode } from '../ports/store-fault.ts'
import { unreadLedger } from './unread-ledger.ts'

/** One ledger to be read. `page`: some entries after `afterSeq`, in order, none at the end; nothing is taken for granted of them. */
export interface LedgerSource<Code extends string> {
  readonly assessmentId: AssessmentId
  readonly digestOf: DigestOf
  readonly page: (afterSeq: number) => Promise<Outcome<readonly WholeEntry[], Code>>
}

/**
 * Hands on every event after `from` to `upTo` (null: as far as there are), with the chain checked, and answers where it
 * ended. What does not hold is `store-corrupted` or `ledger-newer` with its place; events before it may have been handed on by then.
 */
export async function readChecked<Code extends string>(
  source: LedgerSource<Code>,
  from: ChainHead,
  upTo: number | null,
  take: (event: LedgerEvent, entry: WholeEntry) => void | Promise<void>,
): Promise<Outcome<ChainHead, Code | StoreFaultCode>> {
  let head = from
  while (head.seq !== upTo) {
    const page = await source.page(head.seq)
    if (!page.ok) return page
    const wanted = upTo === null ? page.value : page.value.filter(({ seq }) => seq <= upTo)
    if (wanted.length === 0) return upTo === null ? accepted(head) : corrupted(source, `读到第 ${head.seq} 条就没有了`)
    const read = readChain(head, wanted, source.digestOf)
    if (!read.ok) return unreadLedger(source.assessmentId, read.refusal)
    for (const [at, entry] of wanted.entries()) {
      const event = read.value.events[at]
      const waiting = event && take(event, entry)
      if (waiting) await waiting
    }
    head = read.value.head
    // A store that answers at once would keep everybody else waiting until the last page.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return accepted(head)
}

/** A ledger of the store, page by page. */
export function storedLedger(
  ledgers: Pick<LedgerStore, 'read'>,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  digestOf: DigestOf,
) {
  return {
    assessmentId,
    digestOf,
    page: (afterSeq: number) => ledgers.read(tenantId, assessmentId, afterSeq, PAGE),
  }
}

/** What is done for each event takes its time too: others wait for no longer than a page of them. */
const PAGE = 500

function corrupted({ assessmentId }: { readonly assessmentId: AssessmentId }, detail: string) {
  return storeFault('store-corrupted', `考核 ${assessmentId} 的台账`, detail)
}
