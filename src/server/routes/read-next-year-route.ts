import { readNextYear } from '../../api/routes/read-next-year.ts'
import { nextYearOf } from '../../app/analyzing/next-year.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readNextYearRoute = route(readNextYear, async ({ params, body, asker }, { records }) =>
  replied(await nextYearOf(records, asker.actor, params.assessmentId, body), ({ nextYear, head }) =>
    answer({ nextYear, head }),
  ),
)
