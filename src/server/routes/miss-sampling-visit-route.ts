import { missSamplingVisit } from '../../api/routes/miss-sampling-visit.ts'
import { missVisit } from '../../app/sampling/miss-visit.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const missSamplingVisitRoute = route(missSamplingVisit, async (given, { sampling }) => {
  const { assessmentId, planId, visit } = given.params
  const { actedAt, reason } = given.body
  return actReply(
    await missVisit(sampling, askingOf(given, assessmentId, actedAt), { planId, visit: Number(visit), reason }),
  )
})
