import { readFindingNotice } from '../../api/routes/read-finding-notice.ts'
import { makeFindingNotice } from '../../app/documents/finding-letters.ts'
import { letterReply } from '../letter-reply.ts'
import { route } from '../route.ts'

export const readFindingNoticeRoute = route(readFindingNotice, (given, parts) =>
  letterReply(makeFindingNotice, given, parts),
)
