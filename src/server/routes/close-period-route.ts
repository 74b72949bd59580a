import { closePeriod } from '../../api/routes/close-period.ts'
import { closePeriod as recorded } from '../../app/acting/close-period.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const closePeriodRoute = route(closePeriod, async (given, { office }) => {
  const { params, body } = given
  return actReply(await recorded(office, askingOf(given, params.assessmentId, body.actedAt)))
})
