import { readLedgerDocument } from '../../api/routes/read-ledger-document.ts'
import { ledgerDocument } from '../../app/documents/ledger-document.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readLedgerDocumentRoute = route(readLedgerDocument, async ({ params, query, asker }, parts) => {
  const document = await ledgerDocument(parts.office, asker.actor, params.assessmentId)
  return documentReply(parts, document, query.form)
})
