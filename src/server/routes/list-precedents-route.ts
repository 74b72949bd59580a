import { listPrecedents } from '../../api/routes/list-precedents.ts'
import { precedentsOf } from '../../app/reading/precedents-of.ts'
import { USUAL_PAGE } from '../cursor.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listPrecedentsRoute = route(listPrecedents, async ({ params, query, asker }, { office }) => {
  const limit = query.limit ?? USUAL_PAGE
  return replied(await precedentsOf(office, asker.actor, params.assessmentId, params.clauseId, limit), (precedents) =>
    answer({ precedents: [...precedents] }),
  )
})
