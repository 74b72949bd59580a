import { listSamplingPlans } from '../../api/routes/list-sampling-plans.ts'
import { listPlans } from '../../app/sampling/list-plans.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listSamplingPlansRoute = route(listSamplingPlans, async ({ params, asker }, { sampling }) =>
  replied(await listPlans(sampling, asker.actor, params.assessmentId), (plans) => answer({ plans: [...plans] })),
)
