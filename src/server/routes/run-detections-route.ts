import { runDetections } from '../../api/routes/run-detections.ts'
import { startRun } from '../../app/records/start-run.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'
import { runAnswer } from '../run-answer.ts'

export const runDetectionsRoute = route(runDetections, async ({ params, body, asker }, { records }) =>
  replied(await startRun(records, asker.actor, { ...params, ...body }), (view) => answer(runAnswer(view))),
)
