import { readEvennessDocument } from '../../api/routes/read-evenness-document.ts'
import { evennessDocument } from '../../app/documents/evenness-document.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readEvennessDocumentRoute = route(readEvennessDocument, async ({ params, query, asker }, parts) => {
  const document = await evennessDocument(parts.office, asker.actor, params.assessmentId)
  return documentReply(parts, document, query.form)
})
