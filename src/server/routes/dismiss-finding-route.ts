import { dismissFinding } from '../../api/routes/dismiss-finding.ts'
import { dismissFinding as recorded } from '../../app/acting/dismiss-finding.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const dismissFindingRoute = route(dismissFinding, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
