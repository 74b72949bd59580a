import { submitRectification } from '../../api/routes/submit-rectification.ts'
import { submitRectification as recorded } from '../../app/acting/submit-rectification.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const submitRectificationRoute = route(submitRectification, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
