import { readFindingRecords } from '../../api/routes/read-finding-records.ts'
import { readFindingRecords as readBy } from '../../app/records/finding-records.ts'
import { cursorOf, readPlace, USUAL_PAGE } from '../cursor.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readFindingRecordsRoute = route(readFindingRecords, async ({ params, query, asker }, { records }) => {
  const place = readPlace(query.cursor)
  if (!place.ok) return place
  const from = place.value ?? 0
  const limit = query.limit ?? USUAL_PAGE
  return replied(await readBy(records, asker.actor, params, { from, limit }), (found) =>
    answer({
      total: found.total,
      records: [...found.records],
      next: from + limit < found.total ? cursorOf(from + limit) : null,
    }),
  )
})
