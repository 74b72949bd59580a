import { varyFinding } from '../../api/routes/vary-finding.ts'
import { varyFinding as recorded } from '../../app/acting/vary-finding.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const varyFindingRoute = route(varyFinding, async (given, { office }) => {
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
