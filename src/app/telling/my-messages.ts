import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { Audience, PlacedMessage } from '../ports/outbox.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import { checkPage, type Page, type Paged } from '../reading/paged.ts'

/** What the actor was told, in the program itself: as a person, for the own center and in each role. Newest first. */
export async function myMessages(
  { outbox }: Pick<Office, 'outbox'>,
  actor: Actor,
  page: Page,
): Promise<Acting<Paged<PlacedMessage>>> {
  if (!may(actor, 'message.read', null)) return refusedActing('not-permitted')
  const checked = checkPage(page)
  if (!checked.ok) return checked
  const { before, limit } = page
  const messages = await outbox.messages(actor.tenantId, audiencesFor(actor), before, limit)
  if (!messages.ok) return messages
  const last = messages.value.at(-1)
  return accepted({ entries: messages.value, next: messages.value.length === limit && last ? last.place : null })
}

/** Only who acts for a center reads what the center is told: its own inspectors do not. */
function audiencesFor({ personId, roles, centerId }: Actor): Audience[] {
  const own: Audience[] = roles.includes('center') && centerId !== null ? [{ kind: 'center', centerId }] : []
  return [{ kind: 'person', personId }, ...own, ...roles.map((role): Audience => ({ kind: 'role', role }))]
}
