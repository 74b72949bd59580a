import { setTerms } from '../../api/routes/set-terms.ts'
import { setTerms as recorded } from '../../app/acting/set-terms.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const setTermsRoute = route(setTerms, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await recorded(office, askingOf(given, params.assessmentId, actedAt), said))
})
