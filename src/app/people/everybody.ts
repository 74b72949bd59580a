import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { PeopleStore } from '../ports/people-store.ts'
import type { Person } from '../ports/person-store.ts'

const AT_A_TIME = 100

/** All people of a district, those who have left too. */
export async function everybody(
  store: Pick<PeopleStore, 'people'>,
  tenantId: TenantId,
): Promise<Acting<readonly Person[]>> {
  const all: Person[] = []
  for (;;) {
    const page = await store.people(tenantId, all.at(-1)?.username ?? null, AT_A_TIME)
    if (!page.ok) return page
    all.push(...page.value)
    if (page.value.length < AT_A_TIME) return accepted(all)
  }
}
