import { revealSamplingPlan } from '../../api/routes/reveal-sampling-plan.ts'
import { revealPlan } from '../../app/sampling/reveal-plan.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const revealSamplingPlanRoute = route(revealSamplingPlan, async (given, { sampling }) => {
  const { assessmentId, planId } = given.params
  const { actedAt, earlyBecause } = given.body
  return actReply(await revealPlan(sampling, askingOf(given, assessmentId, actedAt), { planId, earlyBecause }))
})
