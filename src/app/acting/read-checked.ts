import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { linkDigest, type ChainHead, type DigestOf, type WholeEntry } from '../../core/ledger/chain.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { upcastEvent } from '../../core/ledger/upcast.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import { storeFault } from '../ports/store-fault.ts'
import { asActing, type Acting } from './acting-refusals.ts'

/** One stream, with what is needed to read it. */
export interface LedgerSource {
  readonly ledgers: LedgerStore
  readonly tenantId: TenantId
  readonly assessmentId: AssessmentId
  readonly digestOf: DigestOf
}

/**
 * Hands on every event after `from`, with the chain checked entry by entry, and answers where the ledger stands. What
 * does not hold is `store-corrupted` with its place; events before it have been handed on by then.
 */
export async function readChecked(
  source: LedgerSource,
  from: ChainHead,
  take: (event: LedgerEvent, head: ChainHead) => void,
): Promise<Acting<ChainHead>> {
  let head = from
  for (;;) {
    const page = await source.ledgers.read(source.tenantId, source.assessmentId, head.seq, PAGE)
    if (!page.ok) return asActing(page.refusal, source.assessmentId)
    for (const entry of page.value) {
      const checked = checkEntry(source, head, entry)
      if (!checked.ok) return checked
      head = { seq: entry.seq, digest: entry.digest }
      take(checked.value, head)
    }
    if (page.value.length < PAGE) return accepted(head)
  }
}

const PAGE = 2_000

function checkEntry(source: LedgerSource, head: ChainHead, entry: WholeEntry): Acting<LedgerEvent> {
  const { digestOf } = source
  const broken = (detail: string) =>
    storeFault('store-corrupted', `考核 ${source.assessmentId} 的台账`, `第 ${head.seq + 1} 条${detail}`)
  if (entry.seq !== head.seq + 1) return broken(`缺失，接着的是第 ${entry.seq} 条`)
  if (entry.previous !== head.digest) return broken('与前一条不相连')
  if (digestOf(entry.body) !== entry.bodyDigest) return broken('的内容与摘要不符')
  if (linkDigest(head.digest, entry.bodyDigest, digestOf) !== entry.digest) return broken('的链接摘要不符')
  const raw = parsed(entry.body)
  const event = raw === undefined ? null : upcastEvent(raw, entry.seq)
  if (!event?.ok) return broken(`不是本程序能识别的事件${event ? `：${event.refusal.message}` : ''}`)
  return event.value.seq === entry.seq ? accepted(event.value) : broken('的序号与位置不符')
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}
