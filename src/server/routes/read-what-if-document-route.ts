import { readWhatIfDocument } from '../../api/routes/read-what-if-document.ts'
import { whatIfDocumentOf } from '../../app/documents/what-if-document.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readWhatIfDocumentRoute = route(readWhatIfDocument, async ({ params, query, asker }, parts) => {
  const document = await whatIfDocumentOf(parts.records.office, asker.actor, params.assessmentId, query.scenario)
  return documentReply(parts, document, query.form)
})
