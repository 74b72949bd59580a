import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PeoplePorts } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'

type Ports = Pick<PeoplePorts, 'people'>

/** Refused where one more active account would be too many. Several at once may pass it together; the store's adding holds exactly. */
export async function roomForPerson(ports: Ports, tenantId: TenantId): Promise<PeopleAnswer<null>> {
  const stand = await peopleStand(ports, tenantId)
  if (!stand.ok) return stand
  const { used, quota } = stand.value
  return quota !== null && used >= quota ? refuse('people-quota-full', used, quota) : accepted(null)
}

/** After the store found no room. */
export async function peopleFull(ports: Ports, tenantId: TenantId): Promise<PeopleAnswer<never>> {
  const stand = await peopleStand(ports, tenantId)
  if (!stand.ok) return stand
  const { used, quota } = stand.value
  return refuse('people-quota-full', used, quota ?? used)
}

async function peopleStand({ people }: Ports, tenantId: TenantId) {
  const quotas = await people.quotas(tenantId)
  if (!quotas.ok) return quotas
  const used = await people.countActive(tenantId)
  return used.ok ? accepted({ used: used.value, quota: quotas.value.people }) : used
}
