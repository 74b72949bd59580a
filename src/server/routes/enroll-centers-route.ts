import { enrollCenters } from '../../api/routes/enroll-centers.ts'
import { enrollCenters as recorded } from '../../app/acting/enroll-centers.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const enrollCentersRoute = route(enrollCenters, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
