import { readSheet } from '../../api/routes/read-sheet.ts'
import { readSheet as found } from '../../app/reading/read-sheet.ts'
import { clocksIn } from '../clocks-in.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readSheetRoute = route(readSheet, async ({ params, query, asker }, { office }) => {
  const clocks = clocksIn(query)
  if (!clocks.ok) return clocks
  return replied(await found(office, asker.actor, params.assessmentId, params.centerId, clocks.value), (view) =>
    answer(view, view.verification === null ? {} : { etag: view.verification.code }),
  )
})
