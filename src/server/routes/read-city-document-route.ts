import { readCityDocument } from '../../api/routes/read-city-document.ts'
import { cityDocument } from '../../app/documents/city-document.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readCityDocumentRoute = route(readCityDocument, async ({ query, asker }, parts) => {
  const document = await cityDocument(parts.city, asker.actor, query.year ?? null)
  return documentReply(parts, document, query.form)
})
