import { readSheetsDocument } from '../../api/routes/read-sheets-document.ts'
import { columnsAsked } from '../../app/documents/sheet-columns.ts'
import { sheetsDocument } from '../../app/documents/sheet-document.ts'
import { clocksIn } from '../clocks-in.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readSheetsDocumentRoute = route(readSheetsDocument, async ({ params, query, asker }, parts) => {
  const clocks = clocksIn(query)
  if (!clocks.ok) return clocks
  const columns = columnsAsked(query.columns)
  const document = await sheetsDocument(parts.records, asker.actor, params.assessmentId, clocks.value, columns)
  return documentReply(parts, document, query.form)
})
