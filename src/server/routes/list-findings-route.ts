import { listFindings } from '../../api/routes/list-findings.ts'
import type { FindingPlace } from '../../app/reading/finding-order.ts'
import { listFindings as listed } from '../../app/reading/list-findings.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { cursorOf, readCursor, USUAL_PAGE } from '../cursor.ts'
import { findingsAsked } from '../findings-asked.ts'
import { refusedHere } from '../problems/http-refusals.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listFindingsRoute = route(listFindings, async ({ params, query, asker }, { office }) => {
  const after = readAfter(query.cursor)
  if (!after.ok) return after
  const { filter, order } = findingsAsked(query)
  const page = { order, after: after.value, limit: query.limit ?? USUAL_PAGE }
  const found = await listed(office, asker.actor, params.assessmentId, filter, page)
  return replied(found, ({ entries, next, total, byStanding, today }) =>
    answer({
      findings: [...entries],
      next: next === null ? null : cursorOf(`${next.seq}~${next.key}`),
      total,
      byStanding,
      today,
    }),
  )
})

function readAfter(cursor: string | undefined): Outcome<FindingPlace | null, 'cursor-wrong'> {
  const read = readCursor(cursor)
  if (!read.ok || read.value === null) return read as Outcome<null, 'cursor-wrong'>
  const [, seq, key] = /^(\d{1,15})~([^~]*)$/s.exec(read.value) ?? []
  return seq === undefined || key === undefined ? refusedHere('cursor-wrong') : accepted({ key, seq: Number(seq) })
}
