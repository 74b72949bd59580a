import { readNoticeFile } from '../../api/routes/read-notice-file.ts'
import { readNoticeFile as readBy } from '../../app/acting/read-notice-file.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readNoticeFileRoute = route(readNoticeFile, async ({ query: { fileName }, content, asker }, { notices }) =>
  replied(await readBy(notices, asker.actor, fileName, content), (read) =>
    answer({ ...read, unread: [...read.unread], fileName }),
  ),
)
