import { submitSelfAssessment } from '../../api/routes/submit-self-assessment.ts'
import { submitSelfAssessment as recorded } from '../../app/acting/submit-self-assessment.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const submitSelfAssessmentRoute = route(submitSelfAssessment, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
