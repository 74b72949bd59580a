import { readAppealDecision } from '../../api/routes/read-appeal-decision.ts'
import { makeAppealDecision } from '../../app/documents/finding-letters.ts'
import { letterReply } from '../letter-reply.ts'
import { route } from '../route.ts'

export const readAppealDecisionRoute = route(readAppealDecision, (given, parts) =>
  letterReply(makeAppealDecision, given, parts),
)
