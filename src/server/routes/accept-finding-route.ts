import { acceptFinding } from '../../api/routes/accept-finding.ts'
import { acceptFinding as recorded } from '../../app/acting/accept-finding.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const acceptFindingRoute = route(acceptFinding, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
