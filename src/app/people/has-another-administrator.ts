import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PeoplePorts } from './people-ports.ts'
import type { PeopleAnswer } from './people-refusals.ts'

const PAGE = 200

/** Whether somebody active other than this person (null: anybody) administers the district. */
export async function hasAnotherAdministrator(
  ports: Pick<PeoplePorts, 'people'>,
  tenantId: TenantId,
  personId: PersonId | null,
): Promise<PeopleAnswer<boolean>> {
  let after: string | null = null
  for (;;) {
    const page = await ports.people.people(tenantId, after, PAGE)
    if (!page.ok) return page
    const isOne = page.value.some(
      (person) => person.personId !== personId && person.state === 'active' && person.roles.includes('administrator'),
    )
    if (isOne) return accepted(true)
    if (page.value.length < PAGE) return accepted(false)
    after = page.value.at(-1)?.username ?? null
  }
}
