import { readLedger } from '../../api/routes/read-ledger.ts'
import { readLedger as read } from '../../app/reading/read-ledger.ts'
import { cursorOf, readPlace, USUAL_PAGE } from '../cursor.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readLedgerRoute = route(readLedger, async ({ params, query, asker }, { office }) => {
  const after = readPlace(query.cursor)
  if (!after.ok) return after
  const page = await read(office, asker.actor, params.assessmentId, after.value ?? 0, query.limit ?? USUAL_PAGE)
  return replied(page, ({ entries, next, head }) =>
    answer({ entries: [...entries], next: next === null ? null : cursorOf(next), head }),
  )
})
