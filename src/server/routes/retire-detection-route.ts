import { retireDetection } from '../../api/routes/retire-detection.ts'
import { retireDetection as recorded } from '../../app/records/retire-detection.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const retireDetectionRoute = route(retireDetection, async (given, { records }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  const { assessmentId, detection } = params
  return actReply(await recorded(records, askingOf(given, assessmentId, actedAt), { detection, ...said }))
})
