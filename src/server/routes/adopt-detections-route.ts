import { adoptDetections } from '../../api/routes/adopt-detections.ts'
import { adoptDetections as adoptedBy } from '../../app/records/adopt-detections.ts'
import { faultsReplied } from '../faults-replied.ts'
import { answer, route } from '../route.ts'

export const adoptDetectionsRoute = route(adoptDetections, async ({ params, body, asker }, { records }) =>
  faultsReplied(await adoptedBy(records, asker.actor, params.rubricId, body.detections), (adopted) =>
    answer({ adopted: adopted.map(({ name }) => name) }),
  ),
)
