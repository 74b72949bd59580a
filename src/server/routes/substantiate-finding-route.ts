import { substantiateFinding } from '../../api/routes/substantiate-finding.ts'
import { substantiateFinding as recorded } from '../../app/acting/substantiate-finding.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const substantiateFindingRoute = route(substantiateFinding, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
