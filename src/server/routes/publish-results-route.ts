import { publishResults } from '../../api/routes/publish-results.ts'
import { publishResults as recorded } from '../../app/acting/publish-results.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const publishResultsRoute = route(publishResults, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
