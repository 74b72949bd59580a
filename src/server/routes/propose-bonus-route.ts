import { proposeBonus } from '../../api/routes/propose-bonus.ts'
import { proposeBonus as recorded } from '../../app/acting/propose-bonus.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const proposeBonusRoute = route(proposeBonus, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
