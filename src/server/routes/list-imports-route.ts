import { listImports } from '../../api/routes/list-imports.ts'
import { listImports as listedBy } from '../../app/records/follow-imports.ts'
import { nextAfter, readCursor, USUAL_PAGE } from '../cursor.ts'
import { importAnswer } from '../import-answer.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listImportsRoute = route(listImports, async ({ query, asker }, { records }) => {
  const after = readCursor(query.cursor)
  if (!after.ok) return after
  const limit = query.limit ?? USUAL_PAGE
  return replied(await listedBy(records, asker.actor, after.value, limit), (views) =>
    answer({ imports: views.map(importAnswer), next: nextAfter(views, limit, ({ importId }) => importId) }),
  )
})
