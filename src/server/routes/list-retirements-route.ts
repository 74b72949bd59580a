import { listRetirements } from '../../api/routes/list-retirements.ts'
import { listRetirements as listedBy } from '../../app/records/list-retirements.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listRetirementsRoute = route(listRetirements, async ({ params, asker }, { records }) =>
  replied(await listedBy(records, asker.actor, params.assessmentId), (retired) => answer({ retired: [...retired] })),
)
