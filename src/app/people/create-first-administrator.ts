import type { TenantId } from '../../core/kernel/identifiers.ts'
import { enterPerson, type CreatedPerson } from './create-person.ts'
import { hasAnotherAdministrator } from './has-another-administrator.ts'
import type { PeoplePorts } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'

/**
 * By who installs the program, at the machine: the district has nobody yet who could let anybody in. Also the way back
 * in where no administrator is left. The one-time password is printed once.
 */
export async function createFirstAdministrator(
  ports: Omit<PeoplePorts, 'codes'>,
  given: { readonly tenantId: TenantId; readonly username: string; readonly name: string },
): Promise<PeopleAnswer<CreatedPerson>> {
  const tenant = await ports.people.tenant(given.tenantId)
  if (!tenant.ok) return tenant
  if (tenant.value === null) return refuse('tenant-unknown')
  const existing = await hasAnotherAdministrator(ports, given.tenantId, null)
  if (!existing.ok) return existing
  if (existing.value) return refuse('administrator-exists')
  const { username, name } = given
  return enterPerson(
    ports,
    given.tenantId,
    null,
    { username, name, roles: ['administrator'], centerId: null, email: null, hasPassword: true },
    { requestId: null, address: null },
  )
}
