import { readImport } from '../../api/routes/read-import.ts'
import { readImport as readBy } from '../../app/records/follow-imports.ts'
import { importAnswer } from '../import-answer.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readImportRoute = route(readImport, async ({ params, asker }, { records }) =>
  replied(await readBy(records, asker.actor, params.importId), (view) => answer(importAnswer(view))),
)
