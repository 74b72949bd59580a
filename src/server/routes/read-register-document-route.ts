import { readRegisterDocument } from '../../api/routes/read-register-document.ts'
import { registerDocument } from '../../app/documents/register-document.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readRegisterDocumentRoute = route(readRegisterDocument, async ({ params, query, asker }, parts) => {
  const document = await registerDocument(parts.office, asker.actor, params.assessmentId)
  return documentReply(parts, document, query.form)
})
