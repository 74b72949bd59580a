import { checkReadiness } from '../../api/routes/check-readiness.ts'
import { checkReadiness as matters } from '../../app/reading/check-readiness.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const checkReadinessRoute = route(checkReadiness, async ({ params, asker }, { office }) =>
  replied(await matters(office, asker.actor, params.assessmentId), (readiness) =>
    answer({ ...readiness, matters: [...readiness.matters] }),
  ),
)
