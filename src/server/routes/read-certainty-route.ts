import { readCertainty } from '../../api/routes/read-certainty.ts'
import { certaintyFor } from '../../app/analyzing/certainty.ts'
import { askedCertainty } from '../asked-certainty.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readCertaintyRoute = route(readCertainty, async ({ params, query, asker }, { office }) =>
  replied(await certaintyFor(office, asker.actor, params.assessmentId, askedCertainty(query)), (answered) =>
    answer(answered),
  ),
)
