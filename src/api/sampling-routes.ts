/** The routes of plans of inspections. `routes.ts` takes them in. */
import type { Contract } from './contract.ts'
import { commitSamplingPlan } from './routes/commit-sampling-plan.ts'
import { listSamplingCommitments } from './routes/list-sampling-commitments.ts'
import { listSamplingPlans } from './routes/list-sampling-plans.ts'
import { missSamplingVisit } from './routes/miss-sampling-visit.ts'
import { readSamplingGround } from './routes/read-sampling-ground.ts'
import { readSamplingPlanDocument } from './routes/read-sampling-plan-document.ts'
import { revealSamplingPlan } from './routes/reveal-sampling-plan.ts'

export const SAMPLING_ROUTES: readonly Contract[] = [
  commitSamplingPlan,
  listSamplingCommitments,
  listSamplingPlans,
  missSamplingVisit,
  readSamplingGround,
  readSamplingPlanDocument,
  revealSamplingPlan,
]
