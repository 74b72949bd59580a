import { readSheetDocument } from '../../api/routes/read-sheet-document.ts'
import { columnsAsked } from '../../app/documents/sheet-columns.ts'
import { sheetDocument } from '../../app/documents/sheet-document.ts'
import { clocksIn } from '../clocks-in.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readSheetDocumentRoute = route(readSheetDocument, async ({ params, query, asker }, parts) => {
  const clocks = clocksIn(query)
  if (!clocks.ok) return clocks
  const { assessmentId, centerId } = params
  const columns = columnsAsked(query.columns)
  const document = await sheetDocument(parts.records, asker.actor, assessmentId, centerId, clocks.value, columns)
  return documentReply(parts, document, query.form)
})
