/** What is done by each route of plans of inspections. `server-routes.ts` takes them in. */
import type { Route } from './route.ts'
import { commitSamplingPlanRoute } from './routes/commit-sampling-plan-route.ts'
import { listSamplingCommitmentsRoute } from './routes/list-sampling-commitments-route.ts'
import { listSamplingPlansRoute } from './routes/list-sampling-plans-route.ts'
import { missSamplingVisitRoute } from './routes/miss-sampling-visit-route.ts'
import { readSamplingGroundRoute } from './routes/read-sampling-ground-route.ts'
import { readSamplingPlanDocumentRoute } from './routes/read-sampling-plan-document-route.ts'
import { revealSamplingPlanRoute } from './routes/reveal-sampling-plan-route.ts'

export const SERVED_SAMPLING: readonly Route[] = [
  commitSamplingPlanRoute,
  listSamplingCommitmentsRoute,
  listSamplingPlansRoute,
  missSamplingVisitRoute,
  readSamplingGroundRoute,
  readSamplingPlanDocumentRoute,
  revealSamplingPlanRoute,
]
