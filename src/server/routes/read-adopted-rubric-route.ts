import { readAdoptedRubric } from '../../api/routes/read-adopted-rubric.ts'
import { readAdoptedRubric as found } from '../../app/reading/read-adopted-rubric.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readAdoptedRubricRoute = route(readAdoptedRubric, async ({ params, asker }, { office }) =>
  replied(await found(office, asker.actor, params.rubricDigest), ({ rubric, notice }) => answer({ rubric, notice })),
)
