import { listFindings } from '../../api/routes/list-findings.ts'
import { listFindings as listed } from '../../app/reading/list-findings.ts'
import { cursorOf, readPlace, USUAL_PAGE } from '../cursor.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listFindingsRoute = route(listFindings, async ({ params, query, asker }, { office }) => {
  const before = readPlace(query.cursor)
  if (!before.ok) return before
  const { centerId = null, standing = null, clauseId = null, mine, limit = USUAL_PAGE } = query
  const filter = { centerId, standing, clauseId, isMine: mine === 'true' }
  const found = await listed(office, asker.actor, params.assessmentId, filter, { before: before.value, limit })
  return replied(found, ({ entries, next }) =>
    answer({ findings: [...entries], next: next === null ? null : cursorOf(next) }),
  )
})
