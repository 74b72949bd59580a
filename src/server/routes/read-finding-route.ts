import { readFinding } from '../../api/routes/read-finding.ts'
import { readFinding as found } from '../../app/reading/read-finding.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readFindingRoute = route(readFinding, async ({ params, asker }, { office }) =>
  replied(await found(office, asker.actor, params.assessmentId, params.findingId), (view) =>
    answer({ ...view, digests: [...view.digests], alike: [...view.alike] }, { etag: String(view.version) }),
  ),
)
