import { reverseFinding } from '../../api/routes/reverse-finding.ts'
import { reverseFinding as recorded } from '../../app/acting/reverse-finding.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const reverseFindingRoute = route(reverseFinding, async (given, { office }) => {
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
