import { readAccessLog } from '../../api/routes/read-access-log.ts'
import { readAccessLog as readBy } from '../../app/people/read-access-log.ts'
import { nextAfter, readPlace, USUAL_PAGE } from '../cursor.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readAccessLogRoute = route(readAccessLog, async ({ query, asker, trace }, { people }) => {
  const before = readPlace(query.cursor)
  if (!before.ok) return before
  const { personId = null, action = null, result = null, from = null, to = null } = query
  const limit = query.limit ?? USUAL_PAGE
  const read = await readBy(people, asker.actor, { personId, action, result, from, to }, before.value, limit, trace)
  return replied(read, (entries) =>
    answer({
      entries: entries.map(({ tenantId: _tenantId, ...entry }) => entry),
      next: nextAfter(entries, limit, ({ place }) => place),
    }),
  )
})
