import { planRectification } from '../../api/routes/plan-rectification.ts'
import { planRectification as recorded } from '../../app/acting/plan-rectification.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const planRectificationRoute = route(planRectification, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
