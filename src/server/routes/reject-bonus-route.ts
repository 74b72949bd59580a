import { rejectBonus } from '../../api/routes/reject-bonus.ts'
import { rejectBonus as recorded } from '../../app/acting/reject-bonus.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const rejectBonusRoute = route(rejectBonus, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { bonusId: params.bonusId, ...said }),
  )
})
