import { notifyFinding } from '../../api/routes/notify-finding.ts'
import { notifyFinding as recorded } from '../../app/acting/notify-finding.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const notifyFindingRoute = route(notifyFinding, async (given, { office }) => {
  const { params, body } = given
  const { actedAt } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId }),
  )
})
