import { fileAppeal } from '../../api/routes/file-appeal.ts'
import { fileAppeal as recorded } from '../../app/acting/file-appeal.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const fileAppealRoute = route(fileAppeal, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { findingId: params.findingId, ...said }),
  )
})
