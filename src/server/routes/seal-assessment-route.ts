import { sealAssessment } from '../../api/routes/seal-assessment.ts'
import { sealAssessment as recorded } from '../../app/acting/seal-assessment.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const sealAssessmentRoute = route(sealAssessment, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
