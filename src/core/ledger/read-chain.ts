import type { ChainEntry, ChainHead, DigestOf } from './chain.ts'
import { chainRefusal, type ChainRefusal } from './chain-refusals.ts'
import { findChainBreak } from './find-chain-break.ts'
import type { LedgerEvent } from './ledger-event.ts'
import { upcastEvent } from './upcast.ts'

/** Whether bodies may be withheld from this reader. */
export type ChainView = 'whole' | 'withholding'

export interface ChainRead {
  /** In order; null for a body that is withheld. */
  readonly events: readonly (LedgerEvent | null)[]
  /** Where the chain stands after them: what the next page is read after. */
  readonly head: ChainHead
}

export type ChainOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: ChainRefusal }

/**
 * Reads entries that are to follow `after`, the genesis or the head of the page before, and checks each: its place, its
 * body and its link, and that the body is an event of that place. The first that does not hold refuses them all.
 */
export function readChain(
  after: ChainHead,
  entries: Iterable<ChainEntry>,
  digestOf: DigestOf,
  view: ChainView = 'whole',
): ChainOutcome<ChainRead> {
  let head = after
  const events: (LedgerEvent | null)[] = []
  for (const entry of entries) {
    const refusal = breakAt(head, entry, digestOf)
    if (refusal !== null) return { ok: false, refusal }
    if (entry.body === null) {
      if (view === 'whole') return { ok: false, refusal: chainRefusal('body-withheld', entry.seq) }
      events.push(null)
    } else {
      const event = eventIn(entry.body, entry.seq)
      if (!event.ok) return event
      events.push(event.value)
    }
    head = { seq: entry.seq, digest: entry.digest }
  }
  return { ok: true, value: { events, head } }
}

/** A chain cannot show what was cut off its end: that takes a head known from elsewhere. Null where `expected` was reached. */
export function checkHead(head: ChainHead, expected: ChainHead): ChainRefusal | null {
  if (head.seq < expected.seq) return chainRefusal('head-earlier', head.seq, expected.seq)
  return head.seq === expected.seq && head.digest === expected.digest ? null : chainRefusal('head-differs', head.seq)
}

function breakAt(head: ChainHead, entry: ChainEntry, digestOf: DigestOf): ChainRefusal | null {
  const found = findChainBreak(head, [entry], digestOf)
  if (found === null) return null
  if (found.kind === 'seq') return chainRefusal('entry-out-of-order', found.seq, entry.seq)
  return chainRefusal(BREAKS[found.kind], found.seq)
}

const BREAKS = { body: 'entry-changed', previous: 'link-broken', digest: 'digest-wrong' } as const

/** The event of an entry's body, which must say the entry's own place. */
export function eventIn(body: string, seq: number): ChainOutcome<LedgerEvent> {
  const said = parsed(body)
  if (said === undefined) return { ok: false, refusal: chainRefusal('body-not-event', seq, '不是完整的 JSON') }
  const event = upcastEvent(said, seq)
  if (!event.ok) {
    const { code, message } = event.refusal
    return {
      ok: false,
      refusal: chainRefusal(code === 'line-not-event' ? 'body-not-event' : 'event-unknown', seq, message),
    }
  }
  if (event.value.seq === seq) return event
  return { ok: false, refusal: chainRefusal('body-not-event', seq, `其中写的是第 ${event.value.seq} 条`) }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}
