import { readSheetTimeline } from '../../api/routes/read-sheet-timeline.ts'
import { sheetTimeline } from '../../app/reading/sheet-timeline.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readSheetTimelineRoute = route(readSheetTimeline, async ({ params, asker }, { office }) =>
  replied(await sheetTimeline(office, asker.actor, params.assessmentId, params.centerId), ({ matters, ...timeline }) =>
    answer({ ...timeline, matters: [...matters] }),
  ),
)
