import { accepted } from '../../core/kernel/outcome.ts'
import type { PeoplePorts } from '../people/people-ports.ts'
import { refuse, type PeopleAnswer } from '../people/people-refusals.ts'
import { recordAccess } from '../people/record-access.ts'
import { quotasOf, type QuotaName, type Quotas } from '../ports/quotas.ts'
import type { Tenant } from '../ports/tenant-store.ts'
import { tenantNamed } from './change-standing.ts'

type Ports = Pick<PeoplePorts, 'people' | 'accessLog' | 'clock'>

export interface SetQuotas {
  readonly tenant: Tenant
  readonly quotas: Quotas
}

/**
 * The quotas of a district with those that are given in the place of their like; nothing given only looks. One below what is held
 * already takes nothing away: nothing more comes in. A city holds people and nothing else.
 */
export async function setQuotas(
  ports: Ports,
  given: string,
  change: Partial<Quotas>,
): Promise<PeopleAnswer<SetQuotas>> {
  const named = await tenantNamed(ports, given)
  if (!named.ok) return named
  const tenant = named.value
  const names = Object.keys(change) as QuotaName[]
  if (!names.every((name) => quotasOf(tenant.kind).includes(name))) return refuse('quota-of-city', tenant.name)
  const before = await ports.people.quotas(tenant.tenantId)
  if (!before.ok) return before
  const quotas = { ...before.value, ...change }
  if (names.length === 0) return accepted({ tenant, quotas })
  const access = { tenantId: tenant.tenantId, personId: null, action: 'tenant-change', result: 'done' } as const
  const recorded = await recordAccess(ports, { ...access, reason: 'quota' }, { requestId: null, address: null })
  if (!recorded.ok) return recorded
  const saved = await ports.people.setQuotas(tenant.tenantId, quotas)
  if (!saved.ok) return saved
  return saved.value === 'saved' ? accepted({ tenant, quotas }) : refuse('tenant-unknown')
}
