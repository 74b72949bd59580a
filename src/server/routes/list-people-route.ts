import { listPeople } from '../../api/routes/list-people.ts'
import { listPeople as listBy } from '../../app/people/list-people.ts'
import { nextAfter, readCursor, USUAL_PAGE } from '../cursor.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listPeopleRoute = route(listPeople, async ({ query, asker, trace }, { people }) => {
  const after = readCursor(query.cursor)
  if (!after.ok) return after
  const limit = query.limit ?? USUAL_PAGE
  return replied(await listBy(people, asker.actor, after.value, limit, trace), (page) =>
    answer({
      people: page.map((person) => ({ ...person, roles: [...person.roles] })),
      next: nextAfter(page, limit, ({ username }) => username),
    }),
  )
})
