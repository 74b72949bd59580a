import { readRectificationNotice } from '../../api/routes/read-rectification-notice.ts'
import { makeRectificationNotice } from '../../app/documents/finding-letters.ts'
import { letterReply } from '../letter-reply.ts'
import { route } from '../route.ts'

export const readRectificationNoticeRoute = route(readRectificationNotice, (given, parts) =>
  letterReply(makeRectificationNotice, given, parts),
)
