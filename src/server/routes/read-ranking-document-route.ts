import { readRankingDocument } from '../../api/routes/read-ranking-document.ts'
import { rankingDocument } from '../../app/documents/ranking-document.ts'
import { clocksIn } from '../clocks-in.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readRankingDocumentRoute = route(readRankingDocument, async ({ params, query, asker }, parts) => {
  const clocks = clocksIn(query)
  if (!clocks.ok) return clocks
  const document = await rankingDocument(parts.records, asker.actor, params.assessmentId, clocks.value)
  return documentReply(parts, document, query.form)
})
