/**
 * Telling people outside the program: by mail, and other programs by webhook. Each message is planned once (to whom), each
 * delivery taken by one worker, sent, and noted; what failed is tried again later and given up in the end, visibly.
 *
 * Nothing is lost: what is not noted as sent is sent again. Nothing is sent twice, but for the one case that no protocol
 * excludes: a worker killed after the other side took the message and before that was noted. The second copy bears the
 * same Message-ID (mail) or event id (webhook), by which the receiver can drop it.
 */
import { plusSeconds } from '../../core/kernel/elapsed.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { inDistricts, type RoundWatch } from '../districts/in-districts.ts'
import type { TakenDelivery } from '../ports/outbox.ts'
import type { Sending } from '../ports/sending.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Courier, Sender } from './courier.ts'
import type { Office } from '../office/office.ts'
import { planDeliveries } from './plan-deliveries.ts'
import { mailOf, webhookCallOf } from './outgoing.ts'

export interface Delivered {
  readonly sent: number
  readonly failed: number
}

/** One round in all districts that have something to be sent. */
export async function deliverDue(office: Sender, courier: Courier, watch?: RoundWatch): Promise<Acting<Delivered>> {
  const now = office.clock.now()
  const due = await office.outbox.dueTenants(now, plusSeconds(now, -STALE_SECONDS))
  if (!due.ok) return due
  let [sent, failed] = [0, 0]
  const done = await inDistricts(
    due.value,
    async (tenantId) => {
      const delivered = await deliver(office, courier, tenantId, watch?.isEnding)
      if (delivered.ok) {
        sent += delivered.value.sent
        failed += delivered.value.failed
      }
      return delivered
    },
    watch,
  )
  return done.ok ? accepted({ sent, failed }) : done
}

/** One round in a district; it takes nothing more once `isEnding`. */
export async function deliver(
  office: Sender,
  courier: Courier,
  tenantId: TenantId,
  isEnding: () => boolean = () => false,
): Promise<Acting<Delivered>> {
  const planned = await planDeliveries(office, courier, tenantId)
  let [sent, failed] = [0, 0]
  for (let taking = 0; taking < MOST_TAKES && !isEnding(); taking += 1) {
    const now = office.clock.now()
    const taken = await office.outbox.take(tenantId, now, plusSeconds(now, -STALE_SECONDS), AT_ONCE)
    if (!taken.ok) return taken
    const sendings = await Promise.all(taken.value.map((delivery) => send(office, courier, tenantId, delivery)))
    for (const [at, sending] of sendings.entries()) {
      const delivery = taken.value[at]
      if (!delivery) continue
      const settled = await office.outbox.settle(tenantId, delivery, resultOf(office, delivery, sending))
      if (!settled.ok) return settled
      if (sending.ok) sent += 1
      else failed += 1
    }
    if (taken.value.length < AT_ONCE) break
  }
  // What could not be planned holds up nothing that was.
  return planned.ok ? accepted({ sent, failed }) : planned
}

const AT_ONCE = 10
const MOST_TAKES = 50
/** Longer than any attempt can take: a delivery still marked as being sent then has lost its worker. */
const STALE_SECONDS = 600

/** 1, 5 and 30 minutes, 2 hours, then every 12 hours. */
const DELAYS = [60, 300, 1_800, 7_200, 43_200]
const ATTEMPTS = 10

function resultOf(
  { clock }: Sender,
  { attempts }: TakenDelivery,
  sending: Sending,
): Parameters<Office['outbox']['settle']>[2] {
  const now = clock.now()
  if (sending.ok) return { state: 'sent', at: now }
  const error = sending.error.slice(0, 300)
  if (sending.isFinal || attempts >= ATTEMPTS) return { state: 'given-up', error }
  const delay = DELAYS[Math.min(attempts, DELAYS.length) - 1] ?? 60
  return { state: 'waiting', dueAt: plusSeconds(now, delay), error }
}

const NOT_SET_UP: Sending = { ok: false, error: 'not set up any more', isFinal: false }

async function send(
  office: Sender,
  { mailer, webhooks, publicUrl }: Courier,
  tenantId: TenantId,
  delivery: TakenDelivery,
): Promise<Sending> {
  switch (delivery.channel) {
    case 'mail':
      return mailer === null ? NOT_SET_UP : mailer.send(mailOf(office, tenantId, delivery, publicUrl))
    case 'webhook':
      return webhooks === null ? NOT_SET_UP : webhooks.send(webhookCallOf(office, tenantId, delivery, publicUrl))
  }
}
