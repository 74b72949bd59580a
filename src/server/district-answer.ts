import type { Tenant } from '../app/ports/tenant-store.ts'
import type { ServerParts } from './server-parts.ts'
import { answer, type Reply } from './route.ts'

/** A district as its own people see it, with the city that sees what it publishes. */
export async function districtAnswer({ people }: ServerParts, tenant: Tenant): Promise<Reply<DistrictBody>> {
  const { tenantId, name, digest, secondFactor, kind, cityId } = tenant
  const city = cityId === null ? null : await people.people.tenant(cityId)
  if (city?.ok === false) return city
  const cityName = city?.value?.name ?? null
  return answer({ district: tenantId, name, kind, cityName, digest, secondFactor })
}

interface DistrictBody extends Pick<Tenant, 'name' | 'kind' | 'digest' | 'secondFactor'> {
  readonly district: Tenant['tenantId']
  readonly cityName: string | null
}
