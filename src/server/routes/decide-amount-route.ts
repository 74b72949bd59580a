import { decideAmount } from '../../api/routes/decide-amount.ts'
import { decideAmount as recorded } from '../../app/acting/decide-amount.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const decideAmountRoute = route(decideAmount, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
