import { readCertaintyDocument } from '../../api/routes/read-certainty-document.ts'
import { certaintyDocument } from '../../app/documents/certainty-document.ts'
import { askedCertainty } from '../asked-certainty.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readCertaintyDocumentRoute = route(readCertaintyDocument, async ({ params, query, asker }, parts) => {
  const asked = askedCertainty(query)
  return documentReply(
    parts,
    await certaintyDocument(parts.office, asker.actor, params.assessmentId, asked),
    query.form,
  )
})
