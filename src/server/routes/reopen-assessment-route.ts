import { reopenAssessment } from '../../api/routes/reopen-assessment.ts'
import { reopenAssessment as recorded } from '../../app/acting/reopen-assessment.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const reopenAssessmentRoute = route(reopenAssessment, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
