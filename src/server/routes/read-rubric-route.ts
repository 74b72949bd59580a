import { readRubric } from '../../api/routes/read-rubric.ts'
import { readRubric as found } from '../../app/reading/read-assessment.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readRubricRoute = route(readRubric, async ({ params, asker }, { office }) =>
  replied(await found(office, asker.actor, params.assessmentId), ({ rubric, notice }) => answer({ rubric, notice })),
)
