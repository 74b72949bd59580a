import { commitSamplingPlan } from '../../api/routes/commit-sampling-plan.ts'
import { commitPlan } from '../../app/sampling/commit-plan.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const commitSamplingPlanRoute = route(commitSamplingPlan, async (given, { sampling }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(await commitPlan(sampling, askingOf(given, params.assessmentId, actedAt), said))
})
