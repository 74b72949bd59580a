import { selfReportFinding } from '../../api/routes/self-report-finding.ts'
import { selfReportFinding as recorded } from '../../app/acting/self-report-finding.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const selfReportFindingRoute = route(selfReportFinding, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
