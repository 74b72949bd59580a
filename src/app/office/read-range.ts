import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { eventIn } from '../../core/ledger/read-chain.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import type { Acting } from './acting-refusals.ts'
import { unreadLedger } from './unread-ledger.ts'

/** The events from `first` to `last`, both included, as far as the ledger has them. */
export async function readRange(
  ledgers: LedgerStore,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  first: number,
  last: number,
): Promise<Acting<readonly LedgerEvent[]>> {
  const entries = await ledgers.read(tenantId, assessmentId, first - 1, Math.max(0, last - first + 1))
  if (!entries.ok) return entries
  const events: LedgerEvent[] = []
  for (const { seq, body } of entries.value) {
    const event = eventIn(body, seq)
    if (!event.ok) return unreadLedger(assessmentId, event.refusal)
    events.push(event.value)
  }
  return accepted(events)
}

/** The events of these places, in order: the history of a finding is its `because`. */
export async function readPlaces(
  ledgers: LedgerStore,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  places: readonly number[],
): Promise<Acting<readonly LedgerEvent[]>> {
  const events: LedgerEvent[] = []
  for (const seq of places) {
    const one = await readRange(ledgers, tenantId, assessmentId, seq, seq)
    if (!one.ok) return one
    events.push(...one.value)
  }
  return accepted(events)
}
