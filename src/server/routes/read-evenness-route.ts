import { readEvenness } from '../../api/routes/read-evenness.ts'
import { lookAtEvenness } from '../../app/analyzing/look-at-evenness.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readEvennessRoute = route(readEvenness, async ({ params, asker }, { office }) =>
  replied(await lookAtEvenness(office, asker.actor, params.assessmentId), ({ shown, areNamed, head }) =>
    answer({ ...shown, lead: [...shown.lead], areNamed, head }),
  ),
)
