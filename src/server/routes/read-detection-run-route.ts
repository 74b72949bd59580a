import { readDetectionRun } from '../../api/routes/read-detection-run.ts'
import { readRun } from '../../app/records/follow-runs.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'
import { runAnswer } from '../run-answer.ts'

export const readDetectionRunRoute = route(readDetectionRun, async ({ params, asker }, { records }) =>
  replied(await readRun(records, asker.actor, params.assessmentId, params.runId), (view) => answer(runAnswer(view))),
)
