import { messagesOf } from '../../src/app/telling/messages-of.ts'
import { newLive } from '../../src/app/office/live-assessment.ts'
import type { OutboxMessage } from '../../src/app/ports/outbox.ts'
import { genesisOf, linkEvents, type DigestOf, type LedgerHeader } from '../../src/core/ledger/chain.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { kept } from '../fixtures/acting-office.ts'
import { adopted } from './prepared-folder.ts'

/** The messages that the acts, each a list of events in the order of the ledger, must have laid down. */
export function laidMessages(
  header: LedgerHeader,
  acts: readonly (readonly LedgerEvent[])[],
  digestOf: DigestOf,
): OutboxMessage[] {
  const live = kept(newLive(header, adopted, digestOf))
  let head = genesisOf(header, digestOf)
  return acts.flatMap((events) => {
    const messages = messagesOf(live, events)
    for (const [at, entry] of linkEvents(head, events, digestOf).entries()) {
      const event = events[at]
      if (event) live.fold(event, entry)
      head = entry
    }
    return messages
  })
}
