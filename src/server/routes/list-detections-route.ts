import { listDetections } from '../../api/routes/list-detections.ts'
import { listDetections as listedBy, type ListedDetection } from '../../app/records/list-detections.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listDetectionsRoute = route(listDetections, async ({ params, asker }, { records }) =>
  replied(await listedBy(records, asker.actor, params.rubricId), (detections) =>
    answer({ detections: detections.map(detectionAnswer) }),
  ),
)

function detectionAnswer({ name, by, at, text, detection }: ListedDetection) {
  if (detection === null) return { name, by, at, text, read: null }
  const { clauseId, title, shows, dataSets, shape, parameters } = detection
  const read = { clauseId, title, shows, dataSets: [...dataSets], shape: shape.kind, parameters: [...parameters] }
  return { name, by, at, text, read }
}
