import { contestFinding } from '../../api/routes/contest-finding.ts'
import { contestFinding as recorded } from '../../app/acting/contest-finding.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const contestFindingRoute = route(contestFinding, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
