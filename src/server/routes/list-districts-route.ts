import { listDistricts } from '../../api/routes/list-districts.ts'
import { answer, route } from '../route.ts'

/** Whoever signs in must be able to find the own district; its name stands on every published page. */
export const listDistrictsRoute = route(listDistricts, async (_given, { people }) => {
  const tenants = await people.people.tenants()
  if (!tenants.ok) return tenants
  return answer({
    districts: tenants.value
      .filter(({ state }) => state === 'active')
      .map(({ tenantId: district, name, kind }) => ({ district, name, kind })),
  })
})
