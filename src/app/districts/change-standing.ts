import { parseId, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PeoplePorts } from '../people/people-ports.ts'
import { refuse, type PeopleAnswer } from '../people/people-refusals.ts'
import { recordAccess } from '../people/record-access.ts'
import type { Tenant, TenantStore } from '../ports/tenant-store.ts'

/** One thing that the operator changes about a district. */
export type StandingChange =
  | { readonly what: 'rename'; readonly name: string }
  | { readonly what: 'suspend' }
  | { readonly what: 'resume' }
  /** Null: from now on of no city. */
  | { readonly what: 'city'; readonly cityId: string | null }

type Ports = Pick<PeoplePorts, 'people' | 'accessLog' | 'clock'>

/**
 * A district as it is now, with the change, which its own access log tells. Suspended, nobody of it signs in and whoever is in
 * is out at the next request; what it holds and what it has published stay.
 */
export async function changeStanding(
  ports: Ports,
  given: string,
  change: StandingChange,
): Promise<PeopleAnswer<Tenant>> {
  const named = await tenantNamed(ports, given)
  if (!named.ok) return named
  const changed = await changedBy(ports, named.value, change)
  if (!changed.ok) return changed
  const { tenantId } = changed.value
  const access = { tenantId, personId: null, action: 'tenant-change', result: 'done', reason: change.what } as const
  const recorded = await recordAccess(ports, access, { requestId: null, address: null })
  if (!recorded.ok) return recorded
  const saved = await ports.people.saveTenant(changed.value)
  if (!saved.ok) return saved
  return saved.value === 'saved' ? changed : refuse('tenant-unknown')
}

async function changedBy(ports: Ports, tenant: Tenant, change: StandingChange): Promise<PeopleAnswer<Tenant>> {
  switch (change.what) {
    case 'rename': {
      const name = change.name.trim()
      return /^[^\p{Cc}]{1,100}$/u.test(name) ? accepted({ ...tenant, name }) : refuse('tenant-wrong', tenant.tenantId)
    }
    case 'suspend':
      return accepted({ ...tenant, state: 'suspended' })
    case 'resume': {
      const removed = await ports.people.removedTenants()
      if (!removed.ok) return removed
      // Half of it may be gone.
      if (removed.value.some(({ tenantId }) => tenantId === tenant.tenantId))
        return refuse('tenant-removing', tenant.name)
      return accepted({ ...tenant, state: 'active' })
    }
    case 'city': {
      if (tenant.kind === 'city') return refuse('city-wrong', tenant.tenantId)
      if (change.cityId === null) return accepted({ ...tenant, cityId: null })
      const city = await cityNamed(ports, change.cityId)
      return city.ok ? accepted({ ...tenant, cityId: city.value }) : city
    }
  }
}

export async function tenantNamed(
  { people }: { readonly people: Pick<TenantStore, 'tenant'> },
  given: string,
): Promise<PeopleAnswer<Tenant>> {
  const tenantId = parseId<TenantId>(given)
  if (tenantId === null) return refuse('tenant-unknown')
  const found = await people.tenant(tenantId)
  if (!found.ok) return found
  return found.value === null ? refuse('tenant-unknown') : accepted(found.value)
}

/** Of a city that is there. */
export async function cityNamed(ports: Pick<PeoplePorts, 'people'>, given: string): Promise<PeopleAnswer<TenantId>> {
  const city = await tenantNamed(ports, given)
  if (!city.ok) return city.refusal.code === 'tenant-unknown' ? refuse('city-wrong', given) : city
  return city.value.kind === 'city' ? accepted(city.value.tenantId) : refuse('city-wrong', given)
}
