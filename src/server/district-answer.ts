import type { Tenant } from '../app/ports/tenant-store.ts'
import { answer } from './route.ts'

export function districtAnswer({ tenantId, name, digest, secondFactor }: Tenant) {
  return answer({ district: tenantId, name, digest, secondFactor })
}
