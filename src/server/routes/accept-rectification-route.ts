import { acceptRectification } from '../../api/routes/accept-rectification.ts'
import { acceptRectification as recorded } from '../../app/acting/accept-rectification.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const acceptRectificationRoute = route(acceptRectification, async (given, { office }) => {
  const { params, body } = given
  const { actedAt } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId }),
  )
})
