import { listDetectionRuns } from '../../api/routes/list-detection-runs.ts'
import { listRuns } from '../../app/records/follow-runs.ts'
import { cursorOf, readPlace, USUAL_PAGE } from '../cursor.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'
import { runAnswer } from '../run-answer.ts'

export const listDetectionRunsRoute = route(listDetectionRuns, async ({ params, query, asker }, { records }) => {
  const before = readPlace(query.cursor)
  if (!before.ok) return before
  const page = { before: before.value, limit: query.limit ?? USUAL_PAGE }
  return replied(await listRuns(records, asker.actor, params.assessmentId, page), ({ runs, next }) =>
    answer({ runs: runs.map(runAnswer), next: next === null ? null : cursorOf(next) }),
  )
})
