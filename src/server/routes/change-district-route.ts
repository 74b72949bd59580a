import { changeDistrict } from '../../api/routes/change-district.ts'
import { changeTenant } from '../../app/people/change-tenant.ts'
import { districtAnswer } from '../district-answer.ts'
import { replied } from '../replied.ts'
import { route } from '../route.ts'

export const changeDistrictRoute = route(changeDistrict, async ({ body, asker, trace }, { people }) =>
  replied(await changeTenant(people, asker.actor, body, trace), districtAnswer),
)
