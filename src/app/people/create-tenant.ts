import { parseId, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Tenant } from '../ports/tenant-store.ts'
import type { PeoplePorts } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'

export interface NewTenant extends Omit<Tenant, 'tenantId'> {
  readonly tenantId: string
}

/** By who installs the program. The id stands in every token and address, so it is short and plain. */
export async function createTenant(
  ports: Pick<PeoplePorts, 'people'>,
  given: NewTenant,
): Promise<PeopleAnswer<Tenant>> {
  const tenantId = /^[a-z0-9][a-z0-9-]{0,49}$/.test(given.tenantId) ? parseId<TenantId>(given.tenantId) : null
  const name = given.name.trim()
  if (tenantId === null || !/^[^\p{Cc}]{1,100}$/u.test(name)) return refuse('tenant-wrong', given.tenantId)
  const removed = await ports.people.removedTenants()
  if (!removed.ok) return removed
  if (removed.value.some((one) => one.tenantId === tenantId)) return refuse('tenant-removed', tenantId)
  const tenant = { ...given, tenantId, name }
  const added = await ports.people.addTenant(tenant)
  if (!added.ok) return added
  return added.value === 'taken' ? refuse('tenant-taken', tenantId) : accepted(tenant)
}
