import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { PeopleStore } from '../ports/people-store.ts'
import { everybody } from './everybody.ts'

/** How people of a district are called, those who have left too; whoever was never one of them, by their id. */
export async function called(
  store: Pick<PeopleStore, 'people'>,
  tenantId: TenantId,
): Promise<Acting<(personId: PersonId) => string>> {
  const people = await everybody(store, tenantId)
  if (!people.ok) return people
  const names = new Map(people.value.map(({ personId, name }) => [personId, name]))
  return accepted((personId: PersonId) => names.get(personId) ?? personId)
}
