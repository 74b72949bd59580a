import { inspectCenter } from '../../api/routes/inspect-center.ts'
import { inspectCenter as recorded } from '../../app/acting/inspect-center.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const inspectCenterRoute = route(inspectCenter, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
