import { readNextYearDocument } from '../../api/routes/read-next-year-document.ts'
import { nextYearDocument } from '../../app/documents/next-year-document.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readNextYearDocumentRoute = route(readNextYearDocument, async ({ params, query, body, asker }, parts) => {
  const document = await nextYearDocument(parts.records, asker.actor, params.assessmentId, body)
  return documentReply(parts, document, query.form)
})
