import { withdrawSuspicion } from '../../api/routes/withdraw-suspicion.ts'
import { withdrawSuspicion as recorded } from '../../app/acting/withdraw-suspicion.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const withdrawSuspicionRoute = route(withdrawSuspicion, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
