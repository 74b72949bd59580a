import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { DeliveryCounts } from '../ports/outbox.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'

/** How many mails and calls are waiting, sent and given up: what was given up has to be told by other means. */
export async function countDeliveries(
  { outbox }: Pick<Office, 'outbox'>,
  actor: Actor,
): Promise<Acting<DeliveryCounts>> {
  if (!may(actor, 'delivery.read', null)) return refusedActing('not-permitted')
  return outbox.counts(actor.tenantId)
}
