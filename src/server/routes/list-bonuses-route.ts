import { listBonuses } from '../../api/routes/list-bonuses.ts'
import { listBonuses as listed } from '../../app/reading/read-bonuses.ts'
import { cursorOf, readPlace, USUAL_PAGE } from '../cursor.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listBonusesRoute = route(listBonuses, async ({ params, query, asker }, { office }) => {
  const before = readPlace(query.cursor)
  if (!before.ok) return before
  const { centerId = null, standing = null, limit = USUAL_PAGE } = query
  const page = { before: before.value, limit }
  return replied(
    await listed(office, asker.actor, params.assessmentId, { centerId, standing }, page),
    ({ entries, next }) => answer({ bonuses: [...entries], next: next === null ? null : cursorOf(next) }),
  )
})
