import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead, DigestOf } from '../../core/ledger/chain.ts'
import { findChainBreak, type ChainBreakKind } from '../../core/ledger/find-chain-break.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { upcastEvent } from '../../core/ledger/upcast.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import { storeFault } from '../ports/store-fault.ts'
import type { Acting } from './acting-refusals.ts'

/** One stream, with what is needed to read it. */
export interface LedgerSource {
  readonly ledgers: LedgerStore
  readonly tenantId: TenantId
  readonly assessmentId: AssessmentId
  readonly digestOf: DigestOf
}

/**
 * Hands on every event after `from`, with the chain checked, and answers where the ledger stands. What does not hold is
 * `store-corrupted` with its place; events before it may have been handed on by then.
 */
export async function readChecked(
  source: LedgerSource,
  from: ChainHead,
  take: (event: LedgerEvent, head: ChainHead) => void,
): Promise<Acting<ChainHead>> {
  let head = from
  for (;;) {
    const page = await source.ledgers.read(source.tenantId, source.assessmentId, head.seq, PAGE)
    if (!page.ok) return page
    const broken = findChainBreak(head, page.value, source.digestOf)
    if (broken) return corrupted(source, broken.seq, BREAKS[broken.kind])
    for (const { seq, digest, body } of page.value) {
      const event = parseBody(body, seq)
      if (event === null) return corrupted(source, seq, '不是本程序能识别的事件')
      head = { seq, digest }
      take(event, head)
    }
    if (page.value.length < PAGE) return accepted(head)
    // A store that answers at once would keep everybody else waiting until the last page.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const PAGE = 2_000

const BREAKS: Readonly<Record<ChainBreakKind, string>> = {
  seq: '缺失、重复或次序不对',
  body: '的内容与摘要不符',
  previous: '与前一条不相连',
  digest: '的链接摘要不符',
}

function corrupted({ assessmentId }: LedgerSource, seq: number, detail: string): Acting<never> {
  return storeFault('store-corrupted', `考核 ${assessmentId} 的台账`, `第 ${seq} 条${detail}`)
}

/** An entry's event; `null` where the body is none of today's or its `seq` is not the entry's. */
export function parseBody(body: string, seq: number): LedgerEvent | null {
  try {
    const event = upcastEvent(JSON.parse(body), seq)
    return event.ok && event.value.seq === seq ? event.value : null
  } catch {
    return null
  }
}
