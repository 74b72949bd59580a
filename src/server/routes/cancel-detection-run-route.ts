import { cancelDetectionRun } from '../../api/routes/cancel-detection-run.ts'
import { cancelRun } from '../../app/records/follow-runs.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'
import { runAnswer } from '../run-answer.ts'

export const cancelDetectionRunRoute = route(cancelDetectionRun, async ({ params, asker }, { records }) =>
  replied(await cancelRun(records, asker.actor, params.assessmentId, params.runId), (view) => answer(runAnswer(view))),
)
