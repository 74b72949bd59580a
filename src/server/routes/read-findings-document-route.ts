import { readFindingsDocument } from '../../api/routes/read-findings-document.ts'
import { findingListDocument } from '../../app/documents/finding-list-document.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { documentReply } from '../document-reply.ts'
import { findingsAsked } from '../findings-asked.ts'
import { route } from '../route.ts'

export const readFindingsDocumentRoute = route(readFindingsDocument, async ({ params, query, asker }, parts) => {
  const { filter, order } = findingsAsked(query)
  const asked = { actor: asker.actor, assessmentId: params.assessmentId, filter, order }
  const made = await findingListDocument(parts.office, parts.evidence, asked)
  if (!made.ok) return made
  const { document, pictures } = made.value
  return documentReply(parts, accepted(document), query.form, pictures)
})
