import { reportFinding } from '../../api/routes/report-finding.ts'
import { reportFinding as recorded } from '../../app/acting/report-finding.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const reportFindingRoute = route(reportFinding, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
