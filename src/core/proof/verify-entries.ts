import { applyEvent, draftOf, type AssessmentDraft } from '../ledger/apply-event.ts'
import { genesisOf, linkDigest, type ChainHead, type LedgerHeader } from '../ledger/chain.ts'
import { emptyAssessment } from '../ledger/evolve.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'
import { upcastEvent } from '../ledger/upcast.ts'
import type { EntryRecord } from './bundle-record.ts'
import type { CheckBook } from './check-book.ts'
import type { Digests } from './digests.ts'
import type { Place } from './place.ts'
import { bodyIn } from './record-line.ts'

export interface EntryCheck {
  /** The event, where the entry shows one; `before` is told of it with the state as it was. */
  readonly take: (record: EntryRecord, text: string, line: number) => void
  readonly head: () => ChainHead
  readonly state: () => AssessmentDraft
}

/** What else is to be done with each entry: before its event changes the state, and after. */
export interface EntryWatch {
  readonly before: (event: LedgerEvent, state: AssessmentDraft, place: Place) => void
  readonly after: (event: LedgerEvent | null, state: AssessmentDraft, head: ChainHead) => void
}

/**
 * The chain link by link, and its events folded. After a break it goes on from what the entry says of itself, so that one
 * change is told once and where it is.
 */
export function entryCheck(
  header: LedgerHeader,
  isWhole: boolean,
  digests: Digests,
  book: CheckBook,
  watch: EntryWatch,
): EntryCheck {
  let head = genesisOf(header, digests.of)
  const state = draftOf(emptyAssessment)
  return {
    take: (record, text, line) => {
      const place = { line, seq: record.seq }
      book.count('chain')
      if (record.event !== null && digests.of(bodyIn(text, record.seq)) !== record.bodyDigest)
        book.fail('chain', place, 'body-differs')
      if (record.seq !== head.seq + 1) book.fail('chain', place, 'seq-differs', head.seq + 1)
      else if (linkDigest(head.digest, record.bodyDigest, digests.of) !== record.digest)
        book.fail('chain', place, 'link-differs')
      head = { seq: record.seq, digest: record.digest }
      if (record.event === null && isWhole) book.fail('chain', place, 'entry-withheld')
      const event = record.event === null ? null : eventOf(record, place, book)
      if (event !== null) {
        watch.before(event, state, place)
        applyEvent(state, event)
      }
      watch.after(event, state, head)
    },
    head: () => head,
    state: () => state,
  }
}

function eventOf({ event: written, seq }: EntryRecord, place: Place, book: CheckBook): LedgerEvent | null {
  book.count('events')
  const read = upcastEvent(written, place.line ?? 0)
  if (!read.ok) {
    book.fail('events', place, 'event-unreadable', read.refusal.message)
    return null
  }
  if (read.value.seq !== seq) book.fail('events', place, 'event-seq-differs', read.value.seq)
  return read.value
}
