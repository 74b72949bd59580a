import { openAssessment } from '../../api/routes/open-assessment.ts'
import { openAssessment as opened } from '../../app/acting/open-assessment.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const openAssessmentRoute = route(openAssessment, async (given, { office }) => {
  const { assessmentId, actedAt, ...said } = given.body
  return actReply(await opened(office, askingOf(given, assessmentId, actedAt), said))
})
