import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead, Digest } from '../../core/ledger/chain.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { eventIn } from '../../core/ledger/read-chain.ts'
import type { Actor } from '../people/actor.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import { checkPage } from './paged.ts'
import { unreadLedger } from '../office/unread-ledger.ts'

export interface LedgerPage {
  readonly entries: readonly { readonly event: LedgerEvent; readonly digest: Digest; readonly previous: Digest }[]
  /** To go on after; null at the end. */
  readonly next: number | null
  readonly head: ChainHead
}

/** The ledger as it was written, oldest first, with the digests that chain it. */
export async function readLedger(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  after: number,
  limit: number,
): Promise<Acting<LedgerPage>> {
  const checked = checkPage({ before: null, limit })
  if (!checked.ok) return checked
  const looked = await lookIn(office, actor, 'ledger.read', assessmentId)
  if (!looked.ok) return looked
  const { head } = looked.value
  const read = await office.ledgers.read(actor.tenantId, assessmentId, after, limit)
  if (!read.ok) return read
  const entries: LedgerPage['entries'][number][] = []
  for (const { seq, body, digest, previous } of read.value) {
    const event = eventIn(body, seq)
    if (!event.ok) return unreadLedger(assessmentId, event.refusal)
    entries.push({ event: event.value, digest, previous })
  }
  const last = entries.at(-1)?.event.seq ?? after
  return accepted({ entries, next: entries.length === limit && last < head.seq ? last : null, head })
}
