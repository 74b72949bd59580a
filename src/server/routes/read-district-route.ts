import { readDistrict } from '../../api/routes/read-district.ts'
import { refuse } from '../../app/people/people-refusals.ts'
import { districtAnswer } from '../district-answer.ts'
import { route } from '../route.ts'

export const readDistrictRoute = route(readDistrict, async ({ asker }, parts) => {
  const tenant = await parts.people.people.tenant(asker.actor.tenantId)
  if (!tenant.ok) return tenant
  return tenant.value === null ? refuse('tenant-unknown') : districtAnswer(parts, tenant.value)
})
