import type { CenterId, PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from './actor.ts'
import { checkRoles } from './check-roles.ts'
import { managePerson } from './manage-person.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'

export interface RolesGrant {
  readonly roles: readonly string[]
  readonly centerId: CenterId | null
}

/** These roles in the place of those before, with the center that the person belongs to. The person must sign in anew. */
export async function grantRoles(
  ports: PeoplePorts,
  actor: Actor,
  personId: PersonId,
  grant: RolesGrant,
  trace: Trace,
): Promise<PeopleAnswer<null>> {
  const tenant = await ports.people.tenant(actor.tenantId)
  if (!tenant.ok) return tenant
  if (tenant.value === null) return refuse('person-unknown')
  const roles = checkRoles(grant.roles, grant.centerId, tenant.value.kind)
  if (!roles.ok) return roles
  const { centerId } = grant
  const change = { action: 'roles-grant', mayBeSelf: false, endsSessions: true } as const
  const changed = await managePerson(
    ports,
    actor,
    personId,
    { ...change, change: (person) => ({ ...person, roles: roles.value, centerId }) },
    trace,
  )
  return changed.ok ? accepted(null) : changed
}
