import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { PeoplePorts } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'

/** After the store found no room for one more active account. */
export async function peopleFull(
  { people }: Pick<PeoplePorts, 'people'>,
  tenantId: TenantId,
): Promise<PeopleAnswer<never>> {
  const quotas = await people.quotas(tenantId)
  if (!quotas.ok) return quotas
  const used = await people.countActive(tenantId)
  if (!used.ok) return used
  return refuse('people-quota-full', used.value, quotas.value.people ?? used.value)
}
