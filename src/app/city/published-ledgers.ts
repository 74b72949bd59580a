import { accepted } from '../../core/kernel/outcome.ts'
import { genesisOf, type ChainHead, type Digest, type LedgerHeader } from '../../core/ledger/chain.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { readChain } from '../../core/ledger/read-chain.ts'
import { standsPublished } from '../../core/ledger/stands-published.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import { publishedLedger, type PublishedLedger } from './published-ledger.ts'

/**
 * What ledgers have published, as this node last read it. Everything is kept under the head that it was read at, so nothing of it
 * outlives a reopening, and a second look costs one question for each ledger.
 */
export interface PublishedLedgers {
  /** Of which year the published results are; null where none are published. It is read from both ends of the ledger. */
  readonly yearOf: (header: LedgerHeader) => Promise<Acting<number | null>>
  /** Null where nothing is published. For this the ledger is read as a whole, with its chain checked. */
  readonly results: (header: LedgerHeader) => Promise<Acting<PublishedLedger | null>>
}

export function publishedLedgers(office: Office): PublishedLedgers {
  const years = keptByHead<number | null>(MOST_YEARS)
  const published = keptByHead<PublishedLedger | null>(MOST_RESULTS)

  const reading = new Map<Digest, Promise<Acting<PublishedLedger | null>>>()

  const read = async (header: LedgerHeader): Promise<Acting<PublishedLedger | null>> => {
    const looked = await office.live.glance(header.tenantId, header.assessmentId)
    if (!looked.ok) return looked
    const made = publishedLedger(office, looked.value)
    published.put(header, looked.value.head, made)
    return accepted(made)
  }

  const results: PublishedLedgers['results'] = async (header) => {
    const head = await office.ledgers.head(header.tenantId, header.assessmentId)
    if (!head.ok) return head
    const known = published.get(header, head.value)
    if (known) return accepted(known.value)
    // Who asks while it is read for somebody else waits for that. Heads are of one ledger: its header is in them.
    const { digest } = head.value
    const begun = reading.get(digest)
    if (begun) return begun
    const mine = read(header).finally(() => reading.delete(digest))
    reading.set(digest, mine)
    return mine
  }

  return {
    results,
    yearOf: async (header) => {
      const head = await office.ledgers.head(header.tenantId, header.assessmentId)
      if (!head.ok) return head
      const known = years.get(header, head.value)
      if (known) return accepted(known.value)
      const told = await yearAtEnds(office, header, head.value)
      if (!told.ok) return told
      if (told.value !== 'unclear') {
        years.put(header, head.value, told.value)
        return accepted(told.value)
      }
      const whole = await results(header)
      return whole.ok ? accepted(whole.value?.year ?? null) : whole
    },
  }
}

/** A year is a few bytes, the results of eleven centers two kilobytes. */
const MOST_YEARS = 100_000
const MOST_RESULTS = 2_000

/** Whether it stands published is told by its last events, of which year by its first; whatever they leave unclear takes the whole. */
async function yearAtEnds(
  office: Office,
  header: LedgerHeader,
  head: ChainHead,
): Promise<Acting<number | null | 'unclear'>> {
  const digestOf = office.digester(header.algorithm)
  const read = async (afterSeq: number, limit: number, end: Digest | null) => {
    const entries = await office.ledgers.read(header.tenantId, header.assessmentId, afterSeq, limit)
    if (!entries.ok) return entries
    const [first] = entries.value
    const last = entries.value.at(-1)
    if (first === undefined || (end !== null && last?.digest !== end)) return accepted(null)
    const before = afterSeq === 0 ? genesisOf(header, digestOf) : { seq: afterSeq, digest: first.previous }
    const chain = readChain(before, entries.value, digestOf)
    return accepted(chain.ok ? chain.value.events.filter(isWhole) : null)
  }
  if (head.seq === 0) return accepted(null)
  for (const many of LAST) {
    const last = await read(Math.max(0, head.seq - many), many, head.digest)
    if (!last.ok) return last
    if (last.value === null) return accepted('unclear')
    const isPublished = standsPublished(last.value)
    if (isPublished === false) return accepted(null)
    if (isPublished === null) continue
    const first = await read(0, 1, null)
    if (!first.ok) return first
    const opened = first.value?.[0]
    return accepted(opened?.type === 'AssessmentOpened' ? Number(opened.periodTo.slice(0, 4)) : 'unclear')
  }
  return accepted('unclear')
}

/** A publication is mostly the last event; after it there may be missed visits of a sampling plan. */
const LAST = [4, 200]

function isWhole(event: LedgerEvent | null): event is LedgerEvent {
  return event !== null
}

/** The last values of so many ledgers, each true of one head only. */
function keptByHead<Value>(most: number) {
  const kept = new Map<string, { readonly digest: Digest; readonly value: Value }>()
  const keyOf = ({ tenantId, assessmentId }: LedgerHeader) => `${tenantId} ${assessmentId}`
  return {
    get: (header: LedgerHeader, { digest }: ChainHead) => {
      const found = kept.get(keyOf(header))
      return found?.digest === digest ? found : null
    },
    put: (header: LedgerHeader, { digest }: ChainHead, value: Value) => {
      const key = keyOf(header)
      kept.delete(key)
      kept.set(key, { digest, value })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    },
  }
}
