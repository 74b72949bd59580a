import { upholdFinding } from '../../api/routes/uphold-finding.ts'
import { upholdFinding as recorded } from '../../app/acting/uphold-finding.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const upholdFindingRoute = route(upholdFinding, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), {
      findingId: params.findingId,
      appealId: params.appealId,
      ...said,
    }),
  )
})
