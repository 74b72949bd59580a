import { listMessages } from '../../api/routes/list-messages.ts'
import { myMessages } from '../../app/telling/my-messages.ts'
import { cursorOf, readPlace, USUAL_PAGE } from '../cursor.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listMessagesRoute = route(listMessages, async ({ query, asker }, { office }) => {
  const before = readPlace(query.cursor)
  if (!before.ok) return before
  const page = { before: before.value, limit: query.limit ?? USUAL_PAGE }
  return replied(await myMessages(office, asker.actor, page), ({ entries, next }) =>
    answer({
      messages: entries.map(({ messageId, assessmentId, subject, text, link, laidDownAt }) => ({
        messageId,
        assessmentId,
        subject,
        text,
        link,
        laidDownAt,
      })),
      next: next === null ? null : cursorOf(next),
    }),
  )
})
