import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Audience, OutboxMessage } from '../ports/outbox.ts'
import type { Person } from '../ports/person-store.ts'
import { everybody } from '../people/everybody.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Courier, Sender } from './courier.ts'

/** Fixes for every new message to whom it goes outside the program: who has the duty and an address today. */
export async function planDeliveries(office: Sender, courier: Courier, tenantId: TenantId): Promise<Acting<null>> {
  let people: readonly Person[] | null = null
  for (;;) {
    const unplanned = await office.outbox.unplanned(tenantId, PAGE)
    if (!unplanned.ok) return unplanned
    if (unplanned.value.length > 0 && people === null && courier.mailer !== null) {
      const found = await everybody(office.people, tenantId)
      if (!found.ok) return found
      people = found.value
    }
    const dueAt = office.clock.now()
    for (const message of unplanned.value) {
      const mails = addressesOf(message, people ?? []).map((receiver) => ({
        channel: 'mail' as const,
        receiver,
        dueAt,
      }))
      const hooks = courier.webhooks === null ? [] : [...new Set(courier.hooks(tenantId))]
      const calls = hooks.map((receiver) => ({ channel: 'webhook' as const, receiver, dueAt }))
      const planned = await office.outbox.plan(tenantId, message.messageId, [...mails, ...calls])
      if (!planned.ok) return planned
    }
    if (unplanned.value.length < PAGE) return accepted(null)
  }
}

const PAGE = 100

/** Each address once, however many of its people are meant. */
function addressesOf({ to }: OutboxMessage, people: readonly Person[]): string[] {
  const addresses = new Map<string, string>()
  for (const person of people)
    if (person.state === 'active' && person.email !== null && isMeant(person, to))
      addresses.set(person.email.toLowerCase(), person.email)
  return [...addresses.values()]
}

function isMeant({ personId, roles, centerId }: Person, to: Audience): boolean {
  switch (to.kind) {
    case 'person':
      return personId === to.personId
    case 'role':
      return roles.includes(to.role)
    case 'center':
      return roles.includes('center') && centerId === to.centerId
  }
}
