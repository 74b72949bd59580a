import { raiseSuspicion } from '../../api/routes/raise-suspicion.ts'
import { raiseSuspicion as recorded } from '../../app/acting/raise-suspicion.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const raiseSuspicionRoute = route(raiseSuspicion, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
