import { readBonus } from '../../api/routes/read-bonus.ts'
import { readBonus as found } from '../../app/reading/read-bonuses.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readBonusRoute = route(readBonus, async ({ params, asker }, { office }) =>
  replied(await found(office, asker.actor, params.assessmentId, params.bonusId), (view) =>
    answer(view, { etag: String(view.version) }),
  ),
)
