import { approveBonus } from '../../api/routes/approve-bonus.ts'
import { approveBonus as recorded } from '../../app/acting/approve-bonus.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const approveBonusRoute = route(approveBonus, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { bonusId: params.bonusId, ...said }),
  )
})
