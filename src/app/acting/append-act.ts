import { accepted } from '../../core/kernel/outcome.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import { linkEvents } from '../../core/ledger/chain.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { Appended, IdempotencyKey, LedgerTurn } from '../ports/ledger-store.ts'
import type { Acted, Asking } from './act-plan.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Turn } from '../office/live-assessments.ts'
import { messagesOf } from '../telling/messages-of.ts'
import type { Office } from '../office/office.ts'
import { readRange } from '../office/read-range.ts'

/** What was done under the key before; `null` where nothing was. */
export async function recallAct(
  office: Office,
  asking: Asking,
  live: LiveAssessment,
  key: IdempotencyKey,
): Promise<Acting<Acted | null>> {
  const recalled = await office.ledgers.recall(asking.actor.tenantId, asking.assessmentId, key)
  if (!recalled.ok) return recalled
  switch (recalled.value.kind) {
    case 'unused':
      return accepted(null)
    case 'repeated':
      return actedBefore(office, asking, live, recalled.value)
    case 'key-reused':
      return refusedActing('key-reused')
    default:
      return unreachable(recalled.value)
  }
}

/** `null` where another process was faster. */
export async function appendAct(
  office: Office,
  asking: Asking,
  { live, fold }: Turn,
  key: IdempotencyKey,
  events: readonly LedgerEvent[],
  append: LedgerTurn['append'],
): Promise<Acting<Acted | null>> {
  const entries = linkEvents(live.head, events, live.digestOf)
  const batch = { expected: live.head, entries, key, messages: messagesOf(live, events) }
  const appended = await append(batch)
  if (!appended.ok) return appended
  switch (appended.value.kind) {
    case 'appended':
      fold(events, entries)
      return accepted({ events, head: appended.value.head, isRepeated: false })
    case 'moved':
      return accepted(null)
    case 'repeated':
      return actedBefore(office, asking, live, appended.value)
    case 'key-reused':
      return refusedActing('key-reused')
    default:
      return unreachable(appended.value)
  }
}

async function actedBefore(
  office: Office,
  { actor, assessmentId }: Asking,
  live: LiveAssessment,
  { firstSeq, lastSeq }: Extract<Appended, { readonly kind: 'repeated' }>,
): Promise<Acting<Acted>> {
  const events = await readRange(office.ledgers, actor.tenantId, assessmentId, firstSeq, lastSeq)
  return events.ok ? accepted({ events: events.value, head: live.head, isRepeated: true }) : events
}
