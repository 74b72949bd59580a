import { correctDecision } from '../../api/routes/correct-decision.ts'
import { correctDecision as recorded } from '../../app/acting/correct-decision.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const correctDecisionRoute = route(correctDecision, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
