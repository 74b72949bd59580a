import { readSamplingGround } from '../../api/routes/read-sampling-ground.ts'
import { samplingGround } from '../../app/sampling/sampling-ground.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readSamplingGroundRoute = route(readSamplingGround, async ({ params, asker }, { sampling }) =>
  replied(
    await samplingGround(sampling, asker.actor, params.assessmentId),
    ({ centers, inspectors, days, clauseIds }) =>
      answer({ centers: [...centers], inspectors: [...inspectors], days: [...days], clauseIds: [...clauseIds] }),
  ),
)
