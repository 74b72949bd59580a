import { changeDistrict } from '../../api/routes/change-district.ts'
import { changeTenant } from '../../app/people/change-tenant.ts'
import { districtAnswer } from '../district-answer.ts'
import { route } from '../route.ts'

export const changeDistrictRoute = route(changeDistrict, async ({ body, asker, trace }, parts) => {
  const changed = await changeTenant(parts.people, asker.actor, body, trace)
  return changed.ok ? districtAnswer(parts, changed.value) : changed
})
