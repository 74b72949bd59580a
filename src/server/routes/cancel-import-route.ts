import { cancelImport } from '../../api/routes/cancel-import.ts'
import { cancelImport as cancelledBy } from '../../app/records/follow-imports.ts'
import { importAnswer } from '../import-answer.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const cancelImportRoute = route(cancelImport, async ({ params, asker }, { records }) =>
  replied(await cancelledBy(records, asker.actor, params.importId), (view) => answer(importAnswer(view))),
)
