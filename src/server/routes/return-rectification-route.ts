import { returnRectification } from '../../api/routes/return-rectification.ts'
import { returnRectification as recorded } from '../../app/acting/return-rectification.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const returnRectificationRoute = route(returnRectification, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
